using System.Text.Json;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.MemberPaths;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Scenarios;

/// <summary>Plays a scenario in a world. Its words are the whole language.</summary>
internal sealed class ScenarioRunner(World world)
{
    private const string Seller = "ana.silva@example.com";
    private string _opportunityName = "";
    private string? _title;

    /// <summary>The words, with what each does.</summary>
    private Dictionary<string, Func<ScenarioLine, Task>> Words => new()
    {
        ["Share"] = Share, // a seller ticks Share With AWS on an Opportunity
        ["Create"] = Create, // a colleague makes an opportunity in Partner Central
        ["Refer"] = Refer, // AWS refers an opportunity
        ["Fill"] = Fill, // the seller fills in what AWS needs
        ["Seller"] = SellerSets, // the seller edits the co-sell record
        ["Opportunity"] = OpportunitySets, // the seller edits the standard Opportunity
        ["Colleague"] = ColleagueSets, // a colleague edits the opportunity in Partner Central
        ["AWS"] = AwsSets, // AWS edits its own view
        ["Review"] = Review, // an AWS reviewer answers
        ["Sync"] = _ => world.SyncAsync(), // the worker runs until nothing is due
        ["Wait"] = Wait, // time passes
        ["Still"] = Still, // two more cycles write nothing
        ["Salesforce"] = SalesforceShows,
        ["Partner Central"] = PartnerCentralShows,
        ["Journal"] = JournalHas, // a losing value was kept
    };

    public async Task PlayAsync(Scenario scenario)
    {
        foreach (var line in scenario.Lines)
        {
            Assert.True(Words.ContainsKey(line.Word), $"line {line.Number}: '{line.Word}' is no word of a scenario");
            await Words[line.Word](line);
        }
    }

    private Task Share(ScenarioLine line)
    {
        _opportunityName = line.About;
        _title = line.About;
        return SetAsync("Opportunity", world.OpportunityNamed(line.About), new JsonObject { ["Share_With_AWS__c"] = true });
    }

    private Task Create(ScenarioLine line)
    {
        _title = line.About;
        world.Emulated.PartnerCentral.Create(ScenarioData.Opportunity(line.About));
        return Task.CompletedTask;
    }

    private Task Refer(ScenarioLine line)
    {
        _title = line.About;
        world.Emulated.PartnerCentral.Refer(ScenarioData.Opportunity(line.About));
        return Task.CompletedTask;
    }

    private Task Fill(ScenarioLine line) => SetAsync(world.Map.RecordType, Record["Id"]!.GetValue<string>(), ScenarioData.Complete());

    private Task SellerSets(ScenarioLine line)
    {
        var row = world.Map[line.About];
        return SetAsync(world.Map.RecordType, Record["Id"]!.GetValue<string>(), new JsonObject { [row.Fields[0]] = Wire(line.Value!) });
    }

    private Task OpportunitySets(ScenarioLine line) => SetAsync("Opportunity", world.OpportunityNamed(_opportunityName), new JsonObject { [line.About] = Wire(line.Value!) });

    private Task ColleagueSets(ScenarioLine line)
    {
        var row = world.Map[line.About];
        if (row.Write!.Root == PathRoot.Association) world.Emulated.PartnerCentral.Associate(OpportunityId, row.Write.Member, line.Value!);
        else world.Emulated.PartnerCentral.Edit(OpportunityId, new Dictionary<string, JsonNode?> { [EditPath(row)] = row.Codec.Name == "set" ? List(line.Value!) : Wire(line.Value!) });
        return Task.CompletedTask;
    }

    private Task AwsSets(ScenarioLine line)
    {
        world.Emulated.PartnerCentral.EditAws(OpportunityId, new Dictionary<string, JsonNode?> { [line.About] = Wire(line.Value!) });
        return Task.CompletedTask;
    }

    private Task Review(ScenarioLine line)
    {
        if (line.About != "In review") world.Emulated.PartnerCentral.Review(OpportunityId, "In review");
        world.Emulated.PartnerCentral.Review(OpportunityId, line.About, line.Value, line.About is "Action Required" or "Rejected" ? "Other" : null);
        return Task.CompletedTask;
    }

    private Task Wait(ScenarioLine line)
    {
        var parts = line.About.Split(' ');
        var amount = double.Parse(parts[0]);
        world.Clock.Advance(parts[1].TrimEnd('s') switch { "day" => TimeSpan.FromDays(amount), "minute" => TimeSpan.FromMinutes(amount), _ => TimeSpan.FromSeconds(amount) });
        return Task.CompletedTask;
    }

    private async Task Still(ScenarioLine line)
    {
        var before = State();
        world.Emulated.ClearCalls();
        for (var cycle = 0; cycle < 2; cycle++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(30));
            await world.CycleAsync();
        }

        Assert.Equal(before, State());
        Assert.DoesNotContain(world.Emulated.Calls, c => c.Api == "partnerCentral" && !c.Operation.StartsWith("Get", StringComparison.Ordinal) && !c.Operation.StartsWith("List", StringComparison.Ordinal));
    }

    private Task SalesforceShows(ScenarioLine line)
    {
        Check(line, Text(Record[world.Map.Find(line.About)?.Fields[0] ?? line.About]));
        return Task.CompletedTask;
    }

    private Task PartnerCentralShows(ScenarioLine line)
    {
        if (line.About == "Nothing")
        {
            Assert.Empty(world.Emulated.PartnerCentral.Opportunities());
            return Task.CompletedTask;
        }

        var row = world.Map[line.About];
        var opportunity = Opportunity["opportunity"]!.AsObject();
        var documents = row.Read.Select(p => (Path: p, Document: p.Root switch
        {
            PathRoot.AwsSummary => Opportunity["awsSummary"] as JsonObject,
            PathRoot.Association => opportunity["RelatedEntityIdentifiers"] as JsonObject,
            _ => opportunity,
        }));
        Check(line, documents.Where(d => d.Document is not null).Select(d => Text(MemberReader.Read(d.Document!, d.Path).Node)).FirstOrDefault(t => t != "(empty)") ?? "(empty)");
        return Task.CompletedTask;
    }

    private async Task JournalHas(ScenarioLine line)
    {
        var journal = await world.Store.JournalAsync(null, default);
        Assert.True(journal.Any(j => j.Kind == "loser" && j.Row == line.About && j.Detail.Contains(JsonEncodedText.Encode(line.Value!).ToString(), StringComparison.Ordinal)), $"line {line.Number}: {string.Join("\n", journal)}");
    }

    private static void Check(ScenarioLine line, string shown)
    {
        var fits = line.Contains ? shown.Contains(line.Value!, StringComparison.Ordinal) : shown == line.Value;
        Assert.True(fits, $"line {line.Number}: {line.Word} shows {line.About} = {shown}, not {line.Value}");
    }

    private JsonObject Record => world.Emulated.Salesforce.Records(world.Map.RecordType).OfType<JsonObject>().Single(r => r["Partner_Project_Title__c"]?.GetValue<string>() == _title);

    private JsonObject Opportunity => world.Emulated.PartnerCentral.Opportunities().OfType<JsonObject>().Single(o => o["opportunity"]!["Project"]!["Title"]!.GetValue<string>() == _title);

    private string OpportunityId => Opportunity["opportunity"]!["Id"]!.GetValue<string>();

    private string State() => world.Emulated.Salesforce.Records(world.Map.RecordType).ToJsonString() + world.Emulated.PartnerCentral.Opportunities().ToJsonString();

    private Task SetAsync(string record, string id, JsonObject fields)
    {
        world.Emulated.Salesforce.Edit(record, id, fields, Seller);
        return Task.CompletedTask;
    }

    private static string EditPath(Row row) => string.Join('.', row.Write!.Steps.Select(s => s.Picks ? $"{s.Name}[{s.Index ?? 0}]" : s.Name));

    private static JsonArray List(string value) => new([.. value.Split(';').Select(v => (JsonNode?)v.Trim())]);

    private static JsonNode? Wire(string value) => value switch
    {
        "yes" => true,
        "no" => false,
        "(empty)" => null,
        _ => JsonValue.Create(value),
    };

    private static string Text(JsonNode? node) => node switch
    {
        null => "(empty)",
        JsonArray { Count: 0 } => "(empty)",
        JsonArray list => string.Join(";", list.Select(Text)),
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag ? "yes" : "no",
        JsonValue value when value.TryGetValue<string>(out var text) => text.Replace("\n", " ", StringComparison.Ordinal),
        _ => node.ToJsonString(),
    };
}
