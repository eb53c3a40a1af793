using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Wire;

/// <summary>Spoils text in responses as AWS's own sample application reports: colons doubly encoded, ampersands once.</summary>
internal static class EntityEncoding
{
    // Identifiers, addresses and times were never seen encoded.
    private static readonly HashSet<string> Clean =
    [
        "Arn", "TaskArn", "AwsMarketplaceSolutionArn", "ResourceSnapshotJobRoleArn", "WebsiteUrl", "EstimationUrl", "NextToken", "RelatedEntityIdentifiers", "RelatedEntityIds",
        "Time", "LastModifiedDate", "CreatedDate", "StartTime", "InvitationDate", "ExpirationDate", "CreatedAt", "ModifiedAt", "InteractionDate",
    ];

    public static JsonNode? Spoil(JsonNode? node) => node switch
    {
        JsonObject item => new JsonObject(item.Select(member => KeyValuePair.Create(member.Key, Clean.Contains(member.Key) ? member.Value?.DeepClone() : Spoil(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Spoil)]),
        JsonValue value when value.TryGetValue(out string? text) =>
            JsonValue.Create(text.Replace("&", "&amp;", StringComparison.Ordinal).Replace(":", "&amp;colon;", StringComparison.Ordinal)),
        _ => node?.DeepClone(),
    };
}
