using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SyncWorker.Remote;
using SyncWorker.Salesforce.SignIn;

namespace SyncWorker.Salesforce;

/// <summary>Salesforce's REST API, as far as the co-sell sync needs it. Records stay as JSON: the field map reads them.</summary>
internal sealed class SalesforceClient(HttpClient http, IOptionsMonitor<SalesforceOptions> options, Answered answered)
{
    /// <summary>A composite takes 25 subrequests; one of them reads back.</summary>
    public const int UpdatesPerComposite = 24;

    /// <summary>How many queries one composite takes.</summary>
    public const int QueriesPerComposite = 5;

    /// <summary>The org's own address.</summary>
    public Uri Org => options.CurrentValue.MyDomain!;

    private string Root => $"/services/data/{options.CurrentValue.ApiVersion}";

    /// <summary>Runs a query and reads all its pages.</summary>
    public async Task<QueryAnswer> QueryAsync(string soql, CancellationToken cancellation)
    {
        var (body, date) = await SendAsync("query", HttpMethod.Get, $"{Root}/query?q={Uri.EscapeDataString(soql)}", null, "records", cancellation);
        return new QueryAnswer(await PagesAsync(body, cancellation), date);
    }

    /// <summary>Runs a query and gives its pages one by one, so that no more than one is held.</summary>
    public async IAsyncEnumerable<QueryPage> PagesOfAsync(string soql, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var next = $"{Root}/query?q={Uri.EscapeDataString(soql)}"; next is not null;)
        {
            var (page, date) = await SendAsync("query", HttpMethod.Get, next, null, "records", cancellation);
            next = NextPage(page);
            yield return new QueryPage(((JsonArray)page["records"]!).Taken(), next is null, date);
        }
    }

    /// <summary>Runs up to five queries as one API call.</summary>
    /// <param name="queries">The queries, with deleted records or without.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The first page of each: where there is more, the caller asks from where the page ended. A query locator expires; a place in the order does not.</returns>
    public async Task<IReadOnlyList<QueryPage>> QueryTogetherAsync(IReadOnlyList<(string Soql, bool WithDeleted)> queries, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(queries.Count, QueriesPerComposite);
        var (answers, date) = await CompositeAsync([.. queries.Select((q, i) => Subrequest("GET", $"{Root}/{(q.WithDeleted ? "queryAll" : "query")}?q={Uri.EscapeDataString(q.Soql)}", $"q{i}"))], cancellation);
        return [.. answers.Select(answer => answer is { IsSuccess: true, Body: JsonObject page }
            ? new QueryPage(((JsonArray)page["records"]!).Taken(), page["done"]!.GetValue<bool>(), date)
            : throw SalesforceErrors.Read("query", answer.Status, answer.Body?.ToJsonString() ?? ""))];
    }

    /// <summary>Updates records that nobody has changed, and reads them again by a query in the same API call. One record's refusal is its own.</summary>
    /// <param name="updates">Up to <see cref="UpdatesPerComposite"/> of one object.</param>
    /// <param name="requery">The query that reads them back.</param>
    /// <param name="sendBy">By when they must be sent.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What became of each, in the order given: the record as it is now, or a <see cref="RemoteException"/>.</returns>
    public async Task<IReadOnlyList<Task<Landed>>> UpdateAsync(IReadOnlyList<GuardedUpdate> updates, string requery, DateTimeOffset sendBy, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(updates.Count, UpdatesPerComposite);
        var patches = updates.Select((update, i) =>
        {
            var patch = Subrequest("PATCH", $"{Root}/sobjects/{update.Record}/{update.Id}", $"write{i}", update.Fields);
            patch["httpHeaders"] = new JsonObject { ["If-Unmodified-Since"] = update.UnmodifiedSince.UtcDateTime.ToString("R", CultureInfo.InvariantCulture) };
            return patch;
        });
        var (answers, date) = await CompositeAsync([.. patches, Subrequest("GET", $"{Root}/query?q={Uri.EscapeDataString(requery)}", "read")], cancellation, sendBy);
        var read = answers[^1] is { IsSuccess: true, Body: JsonObject page } ? await PagesAsync(page, cancellation) : [];
        var byId = read.ToDictionary(r => r["Id"]!.GetValue<string>());
        return [.. updates.Select((update, i) => Became(answers[i], byId.GetValueOrDefault(update.Id), date))];
    }

    private Task<Landed> Became(SubrequestAnswer write, JsonObject? record, DateTimeOffset date)
    {
        if (!write.IsSuccess) return Task.FromException<Landed>(SalesforceErrors.Read("update", write.Status, write.Body?.ToJsonString() ?? ""));
        answered.Well("Salesforce", "update");
        return record is not null
            ? Task.FromResult(new Landed(record, date))
            : Task.FromException<Landed>(new RemoteException("Salesforce", "re-read", RemoteErrorKind.Transient, "NOT_READ_BACK", "the record could not be read back") { MayHaveLanded = true });
    }

    /// <summary>Inserts a record. Never sent twice: a second insert is refused by its unique external id at best.</summary>
    /// <returns>The new record's id.</returns>
    public async Task<string> CreateAsync(string record, JsonObject fields, DateTimeOffset sendBy, CancellationToken cancellation)
    {
        var (body, _) = await SendAsync("create", HttpMethod.Post, $"{Root}/sobjects/{record}", fields, "id", cancellation, sendBy);
        return body["id"]!.GetValue<string>();
    }

    /// <summary>The record with an external id; null where there is none.</summary>
    public async Task<JsonObject?> FindByExternalIdAsync(string record, string field, string value, CancellationToken cancellation) => await Missing.AsNull(
        ReadAsync($"{Root}/sobjects/{record}/{field}/{Uri.EscapeDataString(value)}", "Id", cancellation));

    /// <summary>What the org says of an object: its fields, as far as the integration user may see them.</summary>
    public Task<JsonObject> DescribeAsync(string record, CancellationToken cancellation) => ReadAsync($"{Root}/sobjects/{record}/describe", "fields", cancellation);

    /// <summary>The smallest call that counts: what its answer tells of the API's usage is all that anybody wants of it.</summary>
    public Task AskForResourcesAsync(CancellationToken cancellation) => ReadAsync(Root + "/", null, cancellation);

    /// <summary>Which org this is, and whether it is a sandbox.</summary>
    public async Task<(OrgId Id, bool IsSandbox)> OrganizationAsync(CancellationToken cancellation)
    {
        var answer = await QueryAsync("SELECT Id, IsSandbox FROM Organization", cancellation);
        return answer.Records is [var org] && OrgId.Read(org["Id"]?.GetValue<string>()) is { } id ? (id, org["IsSandbox"]!.GetValue<bool>())
            : throw new RemoteException("Salesforce", "query", RemoteErrorKind.Unauthorised, "NO_ORGANIZATION", "Salesforce did not say which org this is. Let the integration user read the object Organization.");
    }

    private async Task<JsonObject> ReadAsync(string path, string? member, CancellationToken cancellation) => (await SendAsync("read", HttpMethod.Get, path, null, member, cancellation)).Body;

    private async Task<List<JsonObject>> PagesAsync(JsonObject page, CancellationToken cancellation)
    {
        var records = new List<JsonObject>();
        while (true)
        {
            records.AddRange(((JsonArray)page["records"]!).Taken());
            if (NextPage(page) is not { } next) return records;
            page = (await SendAsync("query", HttpMethod.Get, next, null, "records", cancellation)).Body;
        }
    }

    /// <summary>Where a page goes on. Only a path on the same host: the token goes nowhere else.</summary>
    private static string? NextPage(JsonObject page) => page["nextRecordsUrl"]?.GetValue<string>() is not { } next || TrustedHosts.IsNextPage(next) ? (string?)page["nextRecordsUrl"]
        : throw new RemoteException("Salesforce", "query", RemoteErrorKind.Rejected, "FOREIGN_NEXT_PAGE", "the next page is not on the org's own host");

    private static JsonObject Subrequest(string method, string url, string reference, JsonObject? body = null)
    {
        var request = new JsonObject { ["method"] = method, ["url"] = url, ["referenceId"] = reference };
        if (body is not null) request["body"] = body.DeepClone();
        return request;
    }

    /// <summary>In order, because a query reads back what the update before it wrote.</summary>
    private async Task<(IReadOnlyList<SubrequestAnswer> Answers, DateTimeOffset Date)> CompositeAsync(
        JsonObject[] subrequests, CancellationToken cancellation, DateTimeOffset? sendBy = null)
    {
        var body = new JsonObject { ["allOrNone"] = false, ["collateSubrequests"] = false, ["compositeRequest"] = new JsonArray([.. subrequests]) };
        var (answer, date) = await SendAsync("composite", HttpMethod.Post, $"{Root}/composite", body, "compositeResponse", cancellation, sendBy);
        var answers = ((JsonArray)answer["compositeResponse"]!).Select(r => new SubrequestAnswer((HttpStatusCode)r!["httpStatusCode"]!.GetValue<int>(), r["body"]));
        SubrequestAnswer[] given = [.. answers];
        return given.Length == subrequests.Length ? (given, date)
            : throw new RemoteException("Salesforce", "composite", RemoteErrorKind.Transient, "INCOMPLETE_ANSWER", $"{given.Length} answers to {subrequests.Length} subrequests") { MayHaveLanded = true };
    }

    /// <param name="operation">What is asked, in the words of errors.</param>
    /// <param name="method">How.</param>
    /// <param name="path">Of the org.</param>
    /// <param name="body">The request's body.</param>
    /// <param name="member">What an answer of this API always has: without it, somebody else answered, or a part is missing.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="sendBy">By when it must be sent, where it writes.</param>
    private async Task<(JsonObject Body, DateTimeOffset Date)> SendAsync(
        string operation, HttpMethod method, string path, JsonObject? body, string? member, CancellationToken cancellation, DateTimeOffset? sendBy = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Org, path));
        if (sendBy is { } latest) SendingHandler.Bound(request, latest);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await http.SendAsync(request, cancellation);
            if (!answer.IsSuccessStatusCode) throw SalesforceErrors.Read(operation, answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
            var document = ApiAnswer.Read(await answer.Content.ReadAsByteArrayAsync(cancellation), member);
            answered.Well("Salesforce", operation);
            return (document, answer.Headers.Date ?? DateTimeOffset.MinValue);
        }
        catch (RemoteException error) when (SendingHandler.MayHaveLanded(request))
        {
            error.MayHaveLanded = true;
            throw;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or System.Text.Json.JsonException or Polly.Timeout.TimeoutRejectedException)
        {
            throw RemoteException.NoAnswer("Salesforce", operation, lost);
        }
    }
}
