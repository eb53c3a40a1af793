using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CsCheck;
using SyncWorker.Configuration;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Decoding;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.PartnerCentral;

namespace SyncWorker.Tests.PartnerCentral;

/// <summary>
/// Opportunities at AWS of which a seller has edited one to four rows in Salesforce since both sides were settled, and the update that the worker makes of it through the shipped map or a part
/// of it: what one map writes, another does not know.
/// </summary>
internal static class EditedOpportunities
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly FieldMap Shipped = FieldMapLoader.Load(Repository.Config).Map!;
    private static readonly ImmutableArray<FieldMap> Maps = [Shipped, Shipped, .. Enumerable.Range(1, 14).Select(Part)];
    private static readonly Link Link = new() { Id = "CL-1", RecordId = "a01000000000001AAA", OpportunityId = "O1234567" };

    /// <summary>Documents with the rows that are edited and which of a row's possible values each gets.</summary>
    public static Gen<(JsonObject Given, int Map, (int Row, int Value)[] Edits)> All { get; } =
        Gen.Select(OpportunityDocuments.All, Gen.Int[0, Maps.Length - 1], Gen.Select(Gen.Int[0, 59], Gen.Int[0, 59]).Array[1, 4]);

    /// <summary>What the worker sends.</summary>
    public static SentUpdate Send((JsonObject Given, int Map, (int Row, int Value)[] Edits) edited)
    {
        var (given, map) = (edited.Given, Maps[edited.Map]);
        var rows = map.Rows.Where(r => WrittenMembers.Rows.Contains(r.Label)).ToArray();
        var values = edited.Edits.DistinctBy(e => e.Row % rows.Length).ToDictionary(e => rows[e.Row % rows.Length], JsonNode? (e) => Value(rows[e.Row % rows.Length], e.Value));
        var opportunity = (JsonObject)EntityDecoding.Decode(given)!;
        var theirs = PartnerCentralDecoder.Decode(map, ImmutableDictionary<PathRoot, JsonObject>.Empty.Add(PathRoot.Opportunity, opportunity), Now);
        var ours = SalesforceDecoder.Decode(map, Record(map, given, values), Now, isLocked: (string?)given["LifeCycle"]!["ReviewStatus"] == "Approved");
        var plan = Reconciler.Reconcile(map, Link, Settled(map, ours, theirs, values.Keys), ours, theirs, Policy.Default, Now);
        var step = plan.Steps.FirstOrDefault(s => s.Kind == StepKind.UpdateOpportunity);
        return new SentUpdate(
            given, [.. values.Keys.Select(r => r.Label)], step is null ? [] : [.. step.Changes.Where(c => c.Value is null).Select(c => c.Row)],
            step is null ? null : UpdateDocument.Of(opportunity, step.Changes, map));
    }

    /// <summary>The co-sell record: only what was edited says anything, and the tick is set again where AWS asked for a change.</summary>
    private static JsonObject Record(FieldMap map, JsonObject given, Dictionary<Row, JsonNode?> values)
    {
        var record = new JsonObject { ["Id"] = Link.RecordId, ["LastModifiedDate"] = "2026-11-23T08:00:00.000+0000", ["Opportunity__c"] = null };
        foreach (var field in map.Rows.Where(r => r.Object is null).SelectMany(r => r.Fields)) record[field] ??= null;
        foreach (var (row, value) in values) record[row.Fields[0]] = value;
        record["Status__c"] = given["LifeCycle"]!["ReviewStatus"]!.DeepClone();
        record["Submit_To_AWS__c"] = true;
        return record;
    }

    /// <summary>Both sides were settled; what is edited held something else then.</summary>
    private static Baseline Settled(FieldMap map, Snapshot ours, Snapshot theirs, IEnumerable<Row> edited)
    {
        var other = new Accounted("\"before\"", "before");
        var rows = map.Units.SelectMany(u => u).ToImmutableDictionary(r => r.Label, r => new RowAccount(Accounted.For(ours[r.Label]), default, Accounted.For(theirs[r.Label])));
        return Baseline.Never with { Rows = rows.SetItems(edited.Select(r => KeyValuePair.Create(r.Label, rows[r.Label] with { CoSell = other }))) };
    }

    /// <summary>About a fifth of the shipped map, with the rows that belong together and those that another row looks at.</summary>
    private static FieldMap Part(int number)
    {
        var chosen = Shipped.Rows.Where((r, i) => r.Label == "Status" || (i + number) * 7919 % 31 < 6).SelectMany(r => r.When.Select(w => Shipped[w.Row]).Append(r)).ToArray();
        return new FieldMap(Shipped.RecordType, [.. Shipped.Rows.Where(r => chosen.Contains(r) || (r.Group is { } group && chosen.Any(c => c.Group == group)))]);
    }

    private static JsonValue? Value(Row row, int number)
    {
        string?[] values = row.Codec.Name switch
        {
            "picklist" or "set" when row.Values is { Aws.IsEmpty: false } map => [null, .. map.Aws, .. map.ToAws.Keys, map.Aws[0] + ";" + map.Aws[^1]],
            "date" => [null, "2026-12-24", "2027-06-30", "2026-11-01"],
            "money" => [null, "2500.75", "1.0E7", "0", "99.999"],
            "email" => [null, "Jo@Acme.example", "eva@acme.example", "nobody"],
            "phone" => [null, "+12065550111", "(206) 555-0122", "call me"],
            "country" => [null, "United States", "DE", "Atlantis"],
            "state" => [null, "OH", "Washington"],
            "postalCode" => [null, "43004", "98101-1234"],
            "website" => [null, "acme.example", "https://shop.acme.example/?id=1"],
            "yesNo" => [null, "Yes", "No"],
            _ => [null, "New words", "R&D &amp; more", "A longer text of more than twenty characters", "111122223333", "tab\tand “quotes” &lt;"],
        };
        return values[number % values.Length] is { } value ? JsonValue.Create(value) : null;
    }
}
