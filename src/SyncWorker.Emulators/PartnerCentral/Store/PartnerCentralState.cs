using System.Text.Json.Nodes;
using SyncWorker.Emulators.Seed;

namespace SyncWorker.Emulators.PartnerCentral.Store;

/// <summary>Everything that the emulated Partner Central remembers. Not thread-safe: the emulator holds one lock around it.</summary>
internal sealed class PartnerCentralState(TimeProvider clock, PartnerCentralEmulatorOptions options)
{
    private readonly Dictionary<string, CatalogData> _catalogs = new() { ["AWS"] = new CatalogData(), ["Sandbox"] = new CatalogData() };

    public PartnerCentralEmulatorOptions Options { get; } = options;

    public Identifiers Identifiers { get; } = new();

    public PartnerCentralSeed Seed { get; } = new();

    public IReadOnlyDictionary<string, CatalogData> Catalogs => _catalogs;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Estimates of the pricing calculator, by address, and their amounts a month.</summary>
    public Dictionary<string, string> Estimates { get; } = new([PartnerCentralSeed.Estimate]);

    /// <summary>Failures that the next tasks meet, in order.</summary>
    public Queue<TaskFailure> TaskFailures { get; } = new();

    /// <summary>The catalog that a request names.</summary>
    public CatalogData Catalog(JsonObject request)
    {
        var name = request.Text("Catalog")!;
        return _catalogs.TryGetValue(name, out var data)
            ? data
            : throw SellingException.BusinessValidation("Catalog", $"Field Catalog must be one of the following values: AWS; Sandbox. It was {name}.", ProblemCode.InvalidValue);
    }

    public OpportunityRecord? Find(string opportunityId) =>
        _catalogs.Values.Select(c => c.Opportunities.GetValueOrDefault(opportunityId)).FirstOrDefault(r => r is { AtAwsOnly: false });

    /// <summary>Runs the tasks whose time has come, in the order they were started, and lets records settle.</summary>
    public void RunDueTasks()
    {
        foreach (var task in _catalogs.Values.SelectMany(c => c.Tasks).Where(t => t.Status == "IN_PROGRESS" && t.Due <= Now).OrderBy(t => t.Sequence).ToList())
        {
            task.Status = "COMPLETE";
            task.Run(task);
        }

        foreach (var record in _catalogs.Values.SelectMany(c => c.Opportunities.Values)) record.Settle(Now);
    }

    /// <summary>Moves LastModifiedDate, and once more when AWS's work behind the scenes is done.</summary>
    public void Touch(OpportunityRecord record)
    {
        record.Touch(Now);
        if (Options.SettlingTime > TimeSpan.Zero) record.Settles = Now + Options.SettlingTime;
    }

    /// <summary>
    /// Answers a request that carries a client token: the first time it is carried out, the same request again gets the stored
    /// answer, another request with the same token is refused. A refused request leaves no trace, so it may be mended and sent again,
    /// and a token that is old enough is forgotten.
    /// </summary>
    public JsonObject Once(string operation, JsonObject request, Func<Func<JsonObject>> carryOut)
    {
        var tokens = Catalog(request).ClientTokens;
        var key = $"{operation} {request.Text("ClientToken")}";
        if (tokens.TryGetValue(key, out var earlier) && !(Now - earlier.Used >= Options.ClientTokenLifetime))
        {
            return JsonNode.DeepEquals(earlier.Request, request)
                ? earlier.Answer()
                : throw SellingException.Conflict("Conflicting client token submitted for a new request body.");
        }

        var answer = carryOut();
        tokens[key] = new ClientTokenEntry(request.Copy(), answer, Now);
        return answer();
    }

    public string Arn(string catalog, string kind, string id) => $"arn:aws:partnercentral:{Options.Region}:{Options.AccountId}:catalog/{catalog}/{kind}/{id}";

    /// <summary>Engagements belong to several parties, so their ARNs name no account.</summary>
    public string SharedArn(string catalog, string kind, string id) => $"arn:aws:partnercentral:{Options.Region}::catalog/{catalog}/{kind}/{id}";
}
