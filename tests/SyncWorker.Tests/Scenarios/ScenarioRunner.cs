using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Decoding;
using SyncWorker.Core.Opportunities;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Scenarios;

/// <summary>Plays a scenario: people act on the emulators, the worker runs, and what is looked at is read from the emulators.</summary>
internal sealed partial class ScenarioRunner(World world)
{
    private const string Empty = "(empty)";

    private string _title = "";

    public async Task RunAsync(IReadOnlyList<ScenarioLine> lines)
    {
        foreach (var line in lines)
        {
            try
            {
                await PlayAsync(line);
            }
            catch (Exception error) when (error is not ScenarioFailedException)
            {
                throw new ScenarioFailedException($"line {line.Number}, {line.Verb}: {line.Rest}\n{error.Message}\n{State()}", error);
            }
        }
    }

    private Task PlayAsync(ScenarioLine line) => line.Verb switch
    {
        ScenarioVerb.Deal => DealAsync(line.Rest),
        ScenarioVerb.Sync => SyncAsync(),
        ScenarioVerb.NothingIsWritten => NothingIsWrittenAsync(),
        ScenarioVerb.JournalHas => JournalHasAsync(line),
        _ => Task.Run(() => Play(line)),
    };

    private void Play(ScenarioLine line)
    {
        switch (line.Verb)
        {
            case ScenarioVerb.Referral: world.Emulated.PartnerCentral.Refer(Deals.AtAws(_title = line.Rest)); break;
            case ScenarioVerb.ColleagueCreates: world.Emulated.PartnerCentral.Create(Deals.AtAws(_title = line.Rest)); break;
            case ScenarioVerb.SellerSets: SellerSets(line.Cut("=")); break;
            case ScenarioVerb.ColleagueSets: ColleagueSets(line.Cut("=")); break;
            case ScenarioVerb.AwsSets: AwsSets(line.Cut("=")); break;
            case ScenarioVerb.AwsReviews: AwsReviews(line.Rest); break;
            case ScenarioVerb.AwsBehaves: Behaviour.Order(world.Emulated, line.Rest); break;
            case ScenarioVerb.Wait: world.Clock.Advance(Duration(line.Rest)); break;
            case ScenarioVerb.SalesforceShows: Shows(line, row => Salesforce(row)); break;
            case ScenarioVerb.PartnerCentralShows when line.Rest == "no opportunity": Assert.Empty(world.Emulated.PartnerCentral.Opportunities()); break;
            case ScenarioVerb.PartnerCentralShows: Shows(line, row => PartnerCentral(world.Map[row])); break;
            case ScenarioVerb.AwsWasSent: Assert.Equal(line.Rest, world.AwsWrites() is { Count: > 0 } sent ? string.Join(", ", sent) : "nothing"); break;
            default: throw new ScenarioFailedException($"line {line.Number}: nobody plays {line.Verb}");
        }
    }

    private async Task DealAsync(string text)
    {
        var match = DealText().Match(text);
        _title = match.Groups["title"].Value;
        _ = match.Groups["state"].Value switch
        {
            "" => "",
            "shared" => await world.SharedAsync(_title),
            "complete" => await world.CompletedAsync(_title),
            "submitted" => await world.SubmittedAsync(_title),
            "approved" => await world.ApprovedAsync(_title),
            var other => throw new ScenarioFailedException($"'{other}' is no state of a deal"),
        };
    }

    private async Task SyncAsync()
    {
        world.Emulated.ClearCalls();
        await world.SyncAsync();
    }

    private async Task NothingIsWrittenAsync()
    {
        world.Emulated.ClearCalls();
        var before = world.Everything();
        for (var cycle = 0; cycle < 2; cycle++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(30));
            await world.CycleAsync();
        }

        Assert.Equal(before, world.Everything());
        Assert.Empty(world.AwsWrites());
    }

    private async Task JournalHasAsync(ScenarioLine line)
    {
        var (row, values) = line.Cut("=");
        var (lost, stands) = values.Split(" replaced by ", 2) is [var first, var second] ? (first, second) : throw new ScenarioFailedException($"line {line.Number}: there is no 'replaced by'");
        var losers = (await world.Store.JournalAsync(null, default)).Where(j => j.Kind == "loser" && j.Row == row).Select(j => JsonNode.Parse(j.Detail)!);
        Assert.Contains((lost, stands), losers.Select(l => (l["Value"]?.GetValue<string>() ?? Empty, l["ReplacedBy"]?.GetValue<string>() ?? Empty)));
    }

    /// <summary>A row of the co-sell record; <c>the Opportunity's Stage</c> and <c>the Account's Website</c> are fields of the standard records.</summary>
    private void SellerSets((string Name, string Value) set)
    {
        if (Standard(set.Name) is var (type, field))
        {
            var opportunity = Record()[CoSellFields.Opportunity]!.GetValue<string>();
            var id = type == "Opportunity" ? opportunity : world.Emulated.Salesforce.Record("Opportunity", opportunity)!["AccountId"]!.GetValue<string>();
            world.Emulated.Salesforce.Edit(type, id, new JsonObject { [field] = set.Value == Empty ? null : set.Value }, Deals.Seller);
            return;
        }

        var row = world.Map[set.Name];
        JsonNode? value = set.Value switch
        {
            Empty => null,
            "ticked" => true,
            "not ticked" => false,
            _ when row.Fields[0] == CoSellFields.Opportunity => world.OpportunityNamed(set.Value),
            _ when decimal.TryParse(set.Value, CultureInfo.InvariantCulture, out var number) && row.Codec.Name == "money" => number,
            _ => set.Value,
        };
        world.SellerEdits(Record()["Id"]!.GetValue<string>(), new JsonObject { [row.Fields[0]] = value });
    }

    private void ColleagueSets((string Name, string Value) set)
    {
        var (row, id) = (world.Map[set.Name], OpportunityId());
        var path = row.Write!;
        if (path.Root == PathRoot.Association)
        {
            foreach (var entity in set.Value.Split(';')) world.Emulated.PartnerCentral.Associate(id, path.Member, entity);
            return;
        }

        JsonNode? value = set.Value == Empty ? null : row.Codec.Name == "set" ? new JsonArray([.. set.Value.Split(';').Select(v => (JsonNode)v)]) : set.Value;
        world.Emulated.PartnerCentral.Edit(id, new Dictionary<string, JsonNode?> { [path.Member] = value });
    }

    private void AwsSets((string Name, string Value) set) =>
        world.Emulated.PartnerCentral.EditAws(OpportunityId(), new Dictionary<string, JsonNode?> { [world.Map[set.Name].Read.First(p => p.Root == PathRoot.AwsSummary).Member] = set.Value });

    private void AwsReviews(string text)
    {
        var match = DealText().Match(text);
        world.Emulated.PartnerCentral.Review(OpportunityId(), match.Groups["title"].Value, match.Groups["state"] is { Success: true } comments ? comments.Value : null);
    }

    /// <summary>A list's elements have no order; both APIs give them in one of their own.</summary>
    private static string Ordered(string list) => list.Contains("; ", StringComparison.Ordinal) ? list : string.Join(';', list.Split(';').Order(StringComparer.Ordinal));

    private static void Shows(ScenarioLine line, Func<string, string> read)
    {
        if (!line.Has("contains"))
        {
            var (row, value) = line.Cut("=");
            Assert.Equal(Ordered(value), read(row));
            return;
        }

        var (label, part) = line.Cut("contains");
        Assert.Contains(part, read(label), StringComparison.Ordinal);
    }

    private string Salesforce(string label)
    {
        if (Standard(label) is var (type, field))
            return Text(world.Emulated.Salesforce.Record(type, Record()[CoSellFields.Opportunity]!.GetValue<string>())![field]);
        return Text(Record()[world.Map[label].Fields[0]]);
    }

    private string PartnerCentral(Row row)
    {
        var seen = world.Emulated.PartnerCentral.Opportunities().OfType<JsonObject>().SingleOrDefault(o => o["opportunity"]!["Project"]!["Title"]!.GetValue<string>() == _title);
        var invitation = world.Emulated.PartnerCentral.Invitations().OfType<JsonObject>().Select(i => (JsonObject)i["invitation"]!)
            .FirstOrDefault(i => i["Payload"]?["OpportunityInvitation"]?["Project"]?["Title"]?.GetValue<string>() == _title);
        var documents = ImmutableDictionary<PathRoot, JsonObject>.Empty;
        if (seen is not null) documents = documents.Add(PathRoot.Opportunity, (JsonObject)seen["opportunity"]!);
        if (seen?["awsSummary"] is JsonObject summary) documents = documents.Add(PathRoot.AwsSummary, summary);
        if (invitation is not null) documents = documents.Add(PathRoot.Invitation, invitation);
        return row.Read.Select(p => Text(PartnerCentralDecoder.Member(documents, p)?.Node)).FirstOrDefault(t => t != Empty) ?? Empty;
    }

    private string OpportunityId() => world.NumberOf(_title);

    private JsonObject Record() => world.RecordOf(_title);

    private static string Text(JsonNode? node) => node switch
    {
        null => Empty,
        JsonArray items => items.Count == 0 ? Empty : Ordered(string.Join(';', items.Select(i => i!.ToString()))),
        JsonObject item => item.ToJsonString(),
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag ? "ticked" : "not ticked",
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.GetValue<decimal>().ToString("0.##", CultureInfo.InvariantCulture),
        _ => node.ToString() is { Length: > 0 } text ? Ordered(text) : Empty,
    };

    private static (string Type, string Field)? Standard(string name) => name.Split("'s ", 2) switch
    {
        ["the Opportunity", "Stage"] => ("Opportunity", "StageName"),
        ["the Opportunity", var field] => ("Opportunity", field.Replace(" ", "", StringComparison.Ordinal)),
        ["the Account", var field] => ("Account", field.Replace(" ", "", StringComparison.Ordinal)),
        _ => null,
    };

    private static TimeSpan Duration(string text) => text.Split(' ') is [var number, var unit]
        ? unit.TrimEnd('s') switch
        {
            "second" => TimeSpan.FromSeconds(int.Parse(number, CultureInfo.InvariantCulture)),
            "minute" => TimeSpan.FromMinutes(int.Parse(number, CultureInfo.InvariantCulture)),
            "day" => TimeSpan.FromDays(int.Parse(number, CultureInfo.InvariantCulture)),
            _ => throw new ScenarioFailedException($"'{unit}' is no unit of time"),
        }
        : throw new ScenarioFailedException($"'{text}' is no duration");

    /// <summary>What the deals say of themselves, for whoever reads the failure.</summary>
    private string State() => string.Join('\n', world.Emulated.Salesforce.Records(world.Map.RecordType).OfType<JsonObject>().Select(r =>
        $"{r["Partner_Project_Title__c"]}: {r[CoSellFields.SyncStatus]}\n  error: {r[CoSellFields.SyncError]}\n  note: {r[CoSellFields.SyncNote]}")) + "\n" + string.Join('\n', world.Logs.Lines.TakeLast(12));

    [GeneratedRegex(@"^(?<title>[^(]+?)\s*(?:\((?<state>.+)\))?$")]
    private static partial Regex DealText();
}
