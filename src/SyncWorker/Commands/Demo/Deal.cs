using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Mapping.Decoding;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Commands.Demo;

/// <summary>One deal as the two emulators hold it.</summary>
/// <param name="Record">The co-sell record in Salesforce.</param>
/// <param name="Documents">AWS's opportunity, summary and invitation, as far as they exist.</param>
internal sealed record Deal(JsonObject Record, ImmutableDictionary<PathRoot, JsonObject> Documents)
{
    public string Id => Record["Id"]!.GetValue<string>();

    public string Title => Text(Record, "Partner_Project_Title__c") ?? "(no title)";

    public string? OpportunityId => Text(Record, CoSellFields.ApnCrmUniqueIdentifier);

    public string? SalesforceValue(Row row) => row.Codec.Decode(Place.CoSell, [.. row.Fields.Select(f => Record[f])], Context).Canonical;

    /// <summary>What AWS holds of a row; null where it holds nothing or has no such document.</summary>
    public string? AwsValue(Row row) => row.Read
        .Where(p => p.Root != PathRoot.Worker)
        .Select(p => PartnerCentralDecoder.Member(Documents, p) is { } member ? row.Codec.Decode(Place.PartnerCentral, [member.Node], Context).Canonical : null)
        .FirstOrDefault(v => v is not null);

    private CodecContext Context => new(Text(Record, "Country__c"));

    private static string? Text(JsonObject node, string member) => node[member] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
