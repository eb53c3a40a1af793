using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Decoding;

/// <summary>Reads a co-sell record, as Salesforce's query gives it, through the field map.</summary>
public static class SalesforceDecoder
{
    /// <param name="map">The field map.</param>
    /// <param name="record">The record with its parents nested, as a query returns it.</param>
    /// <param name="readAt">Salesforce's clock at the time of reading.</param>
    /// <param name="isLocked">Whether AWS has approved the opportunity: rows that follow until then stand alone.</param>
    /// <param name="solutions">The partner's solutions; null where nobody listed them.</param>
    public static Snapshot Decode(FieldMap map, JsonObject record, DateTimeOffset readAt, bool isLocked, SolutionCatalogue? solutions = null)
    {
        var lookup = Text(record[map.IsStandard ? "Id" : CoSellFields.Opportunity]);
        var (own, theirs) = Countries(map, record, lookup is not null && !isLocked);
        var context = new CodecContext(own ?? theirs) { Solutions = solutions ?? SolutionCatalogue.Unread };
        var ofFollowed = context with { Country = theirs ?? own };
        var readings = ImmutableDictionary.CreateBuilder<string, Reading>();
        var followed = ImmutableDictionary.CreateBuilder<string, Reading>();
        var dates = ImmutableDictionary.CreateBuilder<string, DateTimeOffset>();
        foreach (var row in map.Units.SelectMany(u => u))
        {
            readings[row.Label] = Field(record, row, context);
            if (row.Follows is not { } follows || lookup is null || (isLocked && follows.Mode == FollowMode.UntilApproved)) continue;
            followed[row.Label] = Follow(record, row, follows, ofFollowed);
            if (Walk(record, follows.Holder)?["LastModifiedDate"] is { } date) dates[row.Label] = Date(date);
        }

        return new Snapshot
        {
            Side = Side.Salesforce,
            RecordId = Text(record["Id"]) ?? throw new ArgumentException("A Salesforce record without an Id was read.", nameof(record)),
            LastModified = Date(record["LastModifiedDate"]),
            Version = Text(record["LastModifiedDate"]) ?? "",
            ReadAt = readAt,
            Readings = readings.ToImmutable(),
            Followed = followed.ToImmutable(),
            FollowedDates = dates.ToImmutable(),
            Documents = ImmutableDictionary<string, JsonObject>.Empty.Add(Record, record),
            Nonce = Text(record[CoSellFields.SyncNonce]),
            MappedObjectId = lookup,
        };
    }

    /// <summary>The name under which a snapshot keeps the Salesforce record.</summary>
    public const string Record = "record";

    private static Reading Field(JsonObject record, Row row, CodecContext context)
    {
        if (row.Fields.FirstOrDefault(f => !record.ContainsKey(f)) is { } missing) return Reading.Unknown($"the field {missing} is not in the org, or the integration user may not read it. Ask your Salesforce admin to add or permit it");
        return row.Codec.Decode(Place.CoSell, [.. row.Fields.Select(f => record[f])], context);
    }

    private static Reading Follow(JsonObject record, Row row, Follow follows, CodecContext context)
    {
        if (Walk(record, follows.Holder) is not { } holder) return Reading.Unknown($"{follows.Holder} is not shared with the integration user, is empty or was deleted. Ask your Salesforce admin to check it");
        var field = follows.Path[(follows.Holder.Length + 1)..];
        return holder.ContainsKey(field) ? row.Codec.Decode(Place.Followed, [holder[field]], context) : Reading.Unknown($"{follows.Path} was not read");
    }

    private static JsonObject? Walk(JsonObject record, string holder) =>
        holder.Split('.').Aggregate<string, JsonObject?>(record, (node, name) => node?[name] as JsonObject);

    /// <summary>The country that the record says itself, and the one that it follows: a state or a telephone number means what it means beside its own.</summary>
    private static (string? Own, string? Followed) Countries(FieldMap map, JsonObject record, bool follows)
    {
        if (map.Find(Labels.Country) is not { } row || row.Flow == Flow.None) return (null, null);
        return (Field(record, row, CodecContext.None).Canonical, follows && row.Follows is { } path ? Follow(record, row, path, CodecContext.None).Canonical : null);
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    private static DateTimeOffset Date(JsonNode? node) =>
        DateTimeOffset.TryParseExact(Text(node), "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        || DateTimeOffset.TryParse(Text(node), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date) ? date : DateTimeOffset.UnixEpoch;
}
