using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Mapping.Decoding;
using SyncWorker.Core.Mapping.MemberPaths;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>Turns canonical values into what each side writes.</summary>
internal static class Encoder
{
    /// <summary>The change with what is written where; a hold where the side cannot hold the value.</summary>
    public static (Change? Change, Hold? Hold) Encode(Change change, Row row, Snapshot? salesforce, Snapshot partnerCentral, CodecContext context)
    {
        if (change.To == Side.Salesforce && row.Fields.Contains("StageName") && Stage.IsTerminal(change.Value))
            return (null, new Hold(row.Label, HoldKind.Unwritable, $"AWS says {change.Value}; a person closes an Opportunity in Salesforce"));
        var (place, targets, present) = change.To == Side.Salesforce
            ? (Place.CoSell, row.Fields, Record(salesforce, row))
            : (Place.PartnerCentral, [row.Write!.ToString()], [Member(partnerCentral, row.Write)]);
        var encoded = row.Codec.Encode(place, change.Value, present, context);
        if (encoded.Reason is { } reason) return (null, new Hold(row.Label, HoldKind.Unwritable, reason));
        var writes = targets.Zip(encoded.Parts, (target, part) => KeyValuePair.Create(target, part?.ToJsonString() ?? "null"));
        return (change with { Writes = [.. writes] }, null);
    }

    /// <summary>The country beside which a co-sell record's own values mean something.</summary>
    public static string? Country(FieldMap map, Snapshot salesforce) =>
        map.Find(Labels.Country) is null ? null : salesforce[Labels.Country].Canonical ?? salesforce.Followed.GetValueOrDefault(Labels.Country)?.Canonical;

    private static ImmutableArray<JsonNode?> Record(Snapshot? salesforce, Row row)
    {
        var record = salesforce?.Documents.GetValueOrDefault(SalesforceDecoder.Record);
        return [.. row.Fields.Select(f => record?[f])];
    }

    private static JsonNode? Member(Snapshot partnerCentral, MemberPath path)
    {
        var opportunity = partnerCentral.Documents.GetValueOrDefault(nameof(PathRoot.Opportunity));
        var document = path.Root == PathRoot.Association ? opportunity?["RelatedEntityIdentifiers"] as JsonObject : opportunity;
        return document is null ? null : MemberReader.Read(document, path).Node;
    }
}
