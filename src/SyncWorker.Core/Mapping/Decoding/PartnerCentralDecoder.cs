using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Mapping.MemberPaths;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Decoding;

/// <summary>Reads AWS's documents of one deal through the field map.</summary>
public static class PartnerCentralDecoder
{
    /// <param name="map">The field map.</param>
    /// <param name="documents">The documents that exist, by root: opportunity, AWS summary, invitation, and what the worker knows.</param>
    /// <param name="readAt">AWS's clock at the time of reading.</param>
    /// <param name="solutions">The partner's solutions; null where nobody listed them.</param>
    public static Snapshot Decode(FieldMap map, ImmutableDictionary<PathRoot, JsonObject> documents, DateTimeOffset readAt, SolutionCatalogue? solutions = null)
    {
        var opportunity = documents.GetValueOrDefault(PathRoot.Opportunity);
        var context = new CodecContext(Country(map, documents)) { Solutions = solutions ?? SolutionCatalogue.Unread };
        var version = Text(opportunity?["LastModifiedDate"]) ?? Text(documents.GetValueOrDefault(PathRoot.Invitation)?["InvitationDate"]) ?? "";
        return new Snapshot
        {
            Side = Side.PartnerCentral,
            RecordId = Text(opportunity?["Id"]) ?? Text(documents.GetValueOrDefault(PathRoot.Invitation)?["Id"]) ?? "",
            LastModified = DateTimeOffset.TryParse(version, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : DateTimeOffset.UnixEpoch,
            Version = version,
            ReadAt = readAt,
            Readings = map.Units.SelectMany(u => u).ToImmutableDictionary(r => r.Label, r => Read(documents, r, context)),
            Solutions = context.Solutions,
            Documents = documents.ToImmutableDictionary(d => d.Key.ToString(), d => d.Value),
        };
    }

    /// <summary>What AWS's documents hold at a path; null where the document does not exist yet.</summary>
    public static MemberValue? Member(ImmutableDictionary<PathRoot, JsonObject> documents, MemberPath path) => Document(documents, path.Root) is { } document ? MemberReader.Read(document, path) : null;

    private static JsonObject? Document(ImmutableDictionary<PathRoot, JsonObject> documents, PathRoot root) => root switch
    {
        PathRoot.Association => documents.GetValueOrDefault(PathRoot.Opportunity)?["RelatedEntityIdentifiers"] as JsonObject,
        PathRoot.TeamMember => documents.GetValueOrDefault(PathRoot.Opportunity),
        _ => documents.GetValueOrDefault(root),
    };

    /// <summary>The first path that holds a value speaks. Where no document of the row exists yet, the row is not at AWS yet.</summary>
    private static Reading Read(ImmutableDictionary<PathRoot, JsonObject> documents, Row row, CodecContext context)
    {
        Reading? blank = null;
        foreach (var path in row.Read)
        {
            if (Member(documents, path) is not { } member) continue;
            var reading = row.Codec.Decode(Place.PartnerCentral, [member.Node], context);
            if (!reading.IsEmpty) return reading;
            blank ??= reading;
        }

        return blank ?? Reading.NotYet;
    }

    private static string? Country(FieldMap map, ImmutableDictionary<PathRoot, JsonObject> documents) =>
        map.Find(Labels.Country) is { } row && row.Flow != Flow.None ? Read(documents, row, CodecContext.None).Canonical : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
