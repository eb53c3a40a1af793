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

/// <summary>Opportunities at AWS of which a seller has edited one to four rows in Salesforce since both sides were settled, and the update that the worker makes of it.</summary>
internal static class EditedOpportunities
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly FieldMap Map = FieldMapLoader.Load(Repository.Config).Map!;
    private static readonly ImmutableArray<Row> Rows = [.. WrittenMembers.Rows.Select(r => Map[r])];
    private static readonly Link Link = new() { Id = "CL-1", RecordId = "a01000000000001AAA", OpportunityId = "O1234567" };

    /// <summary>Documents with the rows that are edited and which of a row's possible values each gets.</summary>
    public static Gen<(JsonObject Given, (int Row, int Value)[] Edits)> All { get; } =
        Gen.Select(OpportunityDocuments.All, Gen.Select(Gen.Int[0, Rows.Length - 1], Gen.Int[0, 59]).Array[1, 4]);

    /// <summary>What the worker sends.</summary>
    public static SentUpdate Send(JsonObject given, (int Row, int Value)[] edits)
    {
        var values = edits.DistinctBy(e => e.Row).ToDictionary(e => Rows[e.Row], JsonNode? (e) => Value(Rows[e.Row], e.Value));
        var opportunity = (JsonObject)EntityDecoding.Decode(given)!;
        var theirs = PartnerCentralDecoder.Decode(Map, ImmutableDictionary<PathRoot, JsonObject>.Empty.Add(PathRoot.Opportunity, opportunity), Now);
        var ours = SalesforceDecoder.Decode(Map, Record(given, values), Now, isLocked: (string?)given["LifeCycle"]!["ReviewStatus"] == "Approved");
        var plan = Reconciler.Reconcile(Map, Link, Settled(ours, theirs, values.Keys), ours, theirs, Policy.Default, Now);
        var step = plan.Steps.FirstOrDefault(s => s.Kind == StepKind.UpdateOpportunity);
        return new SentUpdate(
            given, [.. values.Keys.Select(r => r.Label)], step is null ? [] : [.. step.Changes.Where(c => c.Value is null).Select(c => c.Row)],
            step is null ? null : UpdateDocument.Of(opportunity, step.Changes, Map));
    }

    /// <summary>The co-sell record: only what was edited says anything, and the tick is set again where AWS asked for a change.</summary>
    private static JsonObject Record(JsonObject given, Dictionary<Row, JsonNode?> values)
    {
        var record = new JsonObject { ["Id"] = Link.RecordId, ["LastModifiedDate"] = "2026-11-23T08:00:00.000+0000", ["Opportunity__c"] = null };
        foreach (var field in Map.Rows.Where(r => r.Object is null).SelectMany(r => r.Fields)) record[field] ??= null;
        foreach (var (row, value) in values) record[row.Fields[0]] = value;
        record["Status__c"] = given["LifeCycle"]!["ReviewStatus"]!.DeepClone();
        record["Submit_To_AWS__c"] = true;
        return record;
    }

    /// <summary>Both sides were settled; what is edited held something else then.</summary>
    private static Baseline Settled(Snapshot ours, Snapshot theirs, IEnumerable<Row> edited)
    {
        var other = new Accounted("\"before\"", "before");
        var rows = Map.Units.SelectMany(u => u).ToImmutableDictionary(r => r.Label, r => new RowAccount(Accounted.For(ours[r.Label]), default, Accounted.For(theirs[r.Label])));
        return Baseline.Never with { Rows = rows.SetItems(edited.Select(r => KeyValuePair.Create(r.Label, rows[r.Label] with { CoSell = other }))) };
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
