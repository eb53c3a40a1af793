using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SyncWorker.Adoption;
using SyncWorker.Connections;
using SyncWorker.State;
using SyncWorker.Tests.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Adoption;

/// <summary>An org and an account that another tool has worked with, and a connection that has just been made.</summary>
internal sealed class DayOne : IAsyncDisposable
{
    private readonly OtherTool _tool = new();

    public DayOne(Func<HttpMessageHandler, HttpMessageHandler>? aroundSalesforce = null, Func<HttpMessageHandler, HttpMessageHandler>? aroundPartnerCentral = null) => World = new World(
        s => s.AddSingleton<ISyncStore>(Store), aroundSalesforce: aroundSalesforce, aroundPartnerCentral: aroundPartnerCentral, config: _tool.Folder, settings: OtherTool.Settings)
    {
        IsInline = true,
    };

    public World World { get; }

    /// <summary>Outlives the processes.</summary>
    public MemoryStore Store { get; } = new();

    private int _deals;

    /// <summary>A deal in Salesforce.</summary>
    public string Opportunity(string title, string stage = "Prospecting", string close = "2027-06-30", string website = "https://humongous.example.com")
    {
        var account = World.Emulated.Salesforce.Create("Account", new JsonObject { ["Name"] = "Humongous Insurance", ["Website"] = website, ["Industry"] = "Insurance", ["BillingCountry"] = "United States" }, Deals.Seller);
        return World.Emulated.Salesforce.Create("Opportunity", new JsonObject { ["Name"] = title, ["AccountId"] = account, ["StageName"] = stage, ["CloseDate"] = close, ["Type"] = "New Customer" }, Deals.Seller);
    }

    /// <summary>The same deal at AWS, approved.</summary>
    public string AtAws(string title, string? identifier = null, string? website = null)
    {
        var document = Deals.AtAws(title);
        document["Customer"]!["Account"]!["WebsiteUrl"] = website ?? $"https://customer{_deals++}.example.com";
        if (identifier is not null) document["PartnerOpportunityIdentifier"] = identifier;
        var id = World.Emulated.PartnerCentral.Create(document);
        World.Emulated.PartnerCentral.Associate(id, "Solutions", Deals.Solution);
        World.Emulated.PartnerCentral.Submit(id, "Co-Sell");
        World.Emulated.PartnerCentral.Review(id, "Approved");
        return id;
    }

    /// <summary>The other tool's record of a deal.</summary>
    public string ToolRecord(string? number, string? opportunity) =>
        World.Emulated.Salesforce.Create(OtherTool.Deal, new JsonObject { [OtherTool.Number] = number, ["Opportunity__c"] = opportunity }, Deals.Seller);

    /// <summary>What <c>adopt</c> writes.</summary>
    public async Task<string> ListAsync()
    {
        var text = new StringWriter();
        await DoAsync(async c => AdoptFile.Write(text, await World.Part<AdoptList>().LinesAsync(c)));
        return text.ToString();
    }

    /// <summary><c>adopt --apply</c>.</summary>
    public async Task<Applied> ApplyAsync(string file)
    {
        Applied? applied = null;
        await DoAsync(async c => applied = await World.Part<Decisions>().ApplyAsync("adopt.csv", new StringReader(file), c));
        return applied!;
    }

    /// <summary><c>go-live</c>.</summary>
    public async Task<IReadOnlyList<string>> GoLiveAsync(int? writes = null, params string[] only)
    {
        IReadOnlyList<string> problems = [];
        await DoAsync(async c => problems = await World.Part<GoLive>().RunAsync(only, writes, c));
        return problems;
    }

    /// <summary>The schedule runs for some minutes.</summary>
    public async Task RunAsync(int cycles = 6)
    {
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            var hasMore = await World.CycleAsync(sweep: cycle == 0);
            while (hasMore) hasMore = await World.CycleAsync(sweep: false);
            World.Clock.Advance(TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>The line of an opportunity in a file, with a decision.</summary>
    public static string Decided(string file, string aws, string row, string decision)
    {
        var lines = file.Split("\r\n");
        var at = Array.FindIndex(lines, l => l.StartsWith(aws + ",", StringComparison.Ordinal) && (row.Length == 0 ? l.Split(',')[3].Length > 0 : l.Contains($",{row},", StringComparison.Ordinal)));
        lines[at] = lines[at][..(lines[at].LastIndexOf(',') + 1)] + decision;
        return string.Join("\r\n", lines);
    }

    /// <summary>The co-sell record with AWS's number.</summary>
    public JsonObject RecordOf(string aws) => World.Emulated.Salesforce.Records(World.Map.RecordType).OfType<JsonObject>().Single(r => r["APN_CRM_Unique_Identifier__c"]?.GetValue<string>() == aws);

    public int Records => World.Emulated.Salesforce.Records(World.Map.RecordType).Count;

    public JsonObject Document(string aws) => (JsonObject)World.Emulated.PartnerCentral.Opportunity(aws)!["opportunity"]!.DeepClone();

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        _tool.Dispose();
    }

    private Task DoAsync(Func<CancellationToken, Task> act) => World.PassAsync(() => World.Part<Connection>().DoAsync(async c =>
    {
        await act(c);
        return true;
    }, default));
}
