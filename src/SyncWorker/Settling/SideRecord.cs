using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Settling;

/// <summary>What one side holds of a deal, as read.</summary>
/// <param name="Documents">AWS's documents by the root that the field map names; empty for Salesforce.</param>
/// <param name="Record">Salesforce's record; null for Partner Central.</param>
/// <param name="ReadAt">The side's own clock.</param>
/// <param name="Ours">Our clock at that moment.</param>
internal sealed record SideRecord(ImmutableDictionary<PathRoot, JsonObject> Documents, JsonObject? Record, DateTimeOffset ReadAt, DateTimeOffset Ours)
{
    /// <summary>The version that guards an update of a Salesforce record: its Last Modified Date as read.</summary>
    public string? Version => Record?["LastModifiedDate"]?.GetValue<string>();

    /// <summary>When it was changed last, by our clock; null where it does not say.</summary>
    public DateTimeOffset? ChangedAt => LastModified is { } text ? Ours - (ReadAt - DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)) : null;

    /// <summary>The Last Modified Date as the side wrote it; null where it has none.</summary>
    public string? LastModified => Version ?? Documents.GetValueOrDefault(PathRoot.Opportunity)?["LastModifiedDate"]?.GetValue<string>();

    /// <summary>Whether nothing was changed between two readings.</summary>
    public bool HoldsSameAs(SideRecord other) => JsonNode.DeepEquals(Record, other.Record) && Documents.Count == other.Documents.Count
        && Documents.All(d => other.Documents.TryGetValue(d.Key, out var document) && JsonNode.DeepEquals(d.Value, document));

    public static SideRecord OfSalesforce(JsonObject record, DateTimeOffset readAt, DateTimeOffset ours) => new(ImmutableDictionary<PathRoot, JsonObject>.Empty, record, readAt, ours);

    public static SideRecord OfPartnerCentral(ImmutableDictionary<PathRoot, JsonObject> documents, DateTimeOffset readAt) => new(documents, null, readAt, readAt);
}
