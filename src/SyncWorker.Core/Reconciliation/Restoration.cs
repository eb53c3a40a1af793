using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.AwsFacts;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>
/// Puts a losing value back as a person would: into the co-sell field, from where it flows as any edit does. A pure function; where it cannot be done it says why.
/// </summary>
/// <param name="Writes">What is written into the co-sell record, by field, as compact JSON text; empty where nothing is.</param>
/// <param name="Was">The canonical value that stands in the co-sell field.</param>
/// <param name="Refusal">Why it cannot be restored, and what to do instead; null where it can.</param>
/// <param name="Note">What becomes of it next.</param>
public sealed record Restoration(ImmutableArray<KeyValuePair<string, string>> Writes, string? Was, string? Refusal, string Note)
{
    /// <summary>Decides it.</summary>
    /// <param name="map">The field map.</param>
    /// <param name="link">The link.</param>
    /// <param name="label">The row whose value lost.</param>
    /// <param name="value">The canonical value that lost; null for a blank.</param>
    /// <param name="salesforce">The co-sell record as read just now; null where there is none.</param>
    /// <param name="partnerCentral">What AWS holds, as read just now.</param>
    /// <param name="now">The present.</param>
    public static Restoration Of(FieldMap map, Link link, string label, string? value, Snapshot? salesforce, Snapshot partnerCentral, DateTimeOffset now)
    {
        if (map.Find(label) is not { } row)
            return Refused(TakenBeside.IsMember(label) ? $"{label} stood at AWS alone: no row of the field map kept it in Salesforce. Set it again in Partner Central." : $"The field map has no row {label} any more.");
        if (row.Flow == Flow.None) return Refused($"{label} is not synchronised: {row.Reason}.");
        if (row.Flow == Flow.ToSalesforce) return Refused($"AWS owns {label}: what is written in Salesforce would be replaced by what AWS holds. Change it in Partner Central, where AWS lets you.");
        if (salesforce is null) return Refused("There is no co-sell record to write it into: it was deleted, or the integration user may not read it. Undelete it first.");
        if (link.IsReadOnly) return Refused($"{link.OpportunityId} is linked for reading alone, because it was over at AWS when it was linked: nothing is sent there, so the two sides would only differ.");
        var standing = Standing.Of(link, salesforce, partnerCentral, now);
        if (link.OpportunityId is { } id && !standing.HasOpportunity) return Refused($"{id} could not be read in Partner Central, or is gone: nothing is sent until it is back.");
        var (coSell, theirs) = (salesforce[label], partnerCentral[label]);
        if (coSell.IsUnknown) return Refused($"The co-sell field {string.Join(", ", row.Fields)} cannot be read: {coSell.Reason}.");
        if (Blocked(row, value, coSell, theirs, standing) is { } why) return Refused(why);
        var change = new Change(label, Side.Salesforce, value, coSell.Canonical, [], new SentPart(default, default, default, value));
        var country = Encoder.Country(map, salesforce);
        var (encoded, hold) = Encoder.Encode(change, row, salesforce, partnerCentral, new CodecContext(country) { Solutions = partnerCentral.Solutions });
        return encoded is null ? Refused($"Salesforce cannot hold the value: {hold!.Reason}.") : new Restoration(encoded.Writes, coSell.Canonical, null, Next(row, standing));
    }

    private static string? Blocked(Row row, string? value, Reading coSell, Reading theirs, Standing standing)
    {
        if (standing.HasOpportunity && row.Write is { } member && Editability.Of(member, standing) == MemberLock.ForGood) return $"AWS has locked {row.Label}: it takes no change of it any more, so the two sides would only differ.";
        if (coSell.Canonical == value) return theirs.Canonical == value ? $"Both sides hold that value of {row.Label} already." : $"The co-sell field holds that value of {row.Label} already; explain says why Partner Central does not.";
        if (value is null && row.Follows is not null) return $"An empty {row.Label} would follow {row.Follows.Path} again, not stay empty. Empty it in Salesforce if that is meant.";
        return value is null && row.KeepWhenEmpty ? $"An empty {row.Label} in Salesforce clears nothing at AWS. Empty it in Partner Central." : null;
    }

    private static string Next(Row row, Standing standing)
    {
        if (!standing.HasOpportunity) return "It goes to AWS with the opportunity";
        return Editability.Of(row.Write!, standing) switch
        {
            MemberLock.UnderReview => "AWS is reviewing: it goes when AWS has answered",
            MemberLock.ActionRequired => "It goes to AWS when Submit To AWS is ticked again",
            _ => "It goes to AWS with the next settle",
        };
    }

    private static Restoration Refused(string why) => new([], null, why, "");
}
