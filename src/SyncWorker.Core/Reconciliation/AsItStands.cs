using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>
/// Accounts for a deal that existed on both sides before it had a link: what both sides say differently stays as it is, because nobody has edited anything since. Only what a person chose is
/// left open, so that it counts as an edit in Salesforce.
/// </summary>
public static class AsItStands
{
    /// <summary>A co-sell record was just made with AWS's values: what its rows follow is accounted for, and nothing fills what AWS leaves empty.</summary>
    /// <param name="map">The field map.</param>
    /// <param name="baseline">What is remembered since the record was made.</param>
    /// <param name="salesforce">The co-sell record.</param>
    /// <param name="chosen">The units whose value in Salesforce is to go to AWS.</param>
    public static Baseline OfMade(FieldMap map, Baseline baseline, Snapshot salesforce, IReadOnlySet<string> chosen)
    {
        foreach (var row in map.Rows.Where(r => salesforce.Followed.ContainsKey(r.Label)))
        {
            var (reading, account) = (salesforce.Followed[row.Label], baseline[row.Label]);
            baseline = baseline.With(row.Label, chosen.Contains(row.Unit) ? account with { FollowedUnseen = false } : Followed(account, reading, account.PartnerCentral.Canonical is null));
        }

        return baseline with { MappedObjectId = salesforce.MappedObjectId };
    }

    /// <summary>A person chose other units than when the record was made, and nothing was sent since.</summary>
    /// <param name="map">The field map.</param>
    /// <param name="baseline">What is remembered since.</param>
    /// <param name="chosen">The units whose value in Salesforce is to go to AWS after all.</param>
    public static Baseline OfChosen(FieldMap map, Baseline baseline, IReadOnlySet<string> chosen) => map.Rows.Where(r => r.Follows is not null && chosen.Contains(r.Unit))
        .Aggregate(baseline, (b, row) => b.With(row.Label, b[row.Label] with { Followed = default, FollowedUnseen = false, RefreshedFrom = null, RefreshedTo = null }));

    /// <summary>A person left units as they are that were to go to AWS, and nothing was sent since.</summary>
    /// <param name="map">The field map.</param>
    /// <param name="baseline">What is remembered since the record was made.</param>
    /// <param name="salesforce">The co-sell record.</param>
    /// <param name="kept">The units.</param>
    public static Baseline OfKept(FieldMap map, Baseline baseline, Snapshot salesforce, IReadOnlySet<string> kept) => map.Rows.Where(r => kept.Contains(r.Unit) && salesforce.Followed.ContainsKey(r.Label))
        .Aggregate(baseline, (b, row) => b.With(row.Label, Followed(b[row.Label], salesforce.Followed[row.Label], b[row.Label].PartnerCentral.Canonical is null)));

    /// <summary>
    /// A person gave a co-sell record the number of an opportunity at AWS. AWS's values go into what is empty, or only shows what it follows; what the person filled in stands, and so does
    /// what AWS holds.
    /// </summary>
    /// <param name="map">The field map.</param>
    /// <param name="baseline">What is remembered of the record.</param>
    /// <param name="salesforce">The co-sell record.</param>
    /// <param name="partnerCentral">The opportunity at AWS.</param>
    public static Baseline OfPasted(FieldMap map, Baseline baseline, Snapshot salesforce, Snapshot partnerCentral)
    {
        foreach (var unit in map.Units)
        {
            var takes = unit[0].Flow == Flow.ToSalesforce || (unit[0].Flow == Flow.Both && unit.All(r => SaysNothing(r, salesforce)));
            foreach (var row in unit)
            {
                var (record, aws) = (salesforce[row.Label], partnerCentral[row.Label]);

                // What AWS held already is nobody's edit. A seller who types something before it is filled in wins, and it stood nowhere else.
                var isToFillIn = takes && row is { Flow: Flow.Both, When.IsEmpty: true } && !UnitDecision.IsMerged(row) && aws.HasValue;
                var isApart = record.Canonical != aws.Canonical && (isToFillIn || !takes || !SaysNothing(row, salesforce));

                // What AWS owns is AWS's word, also where it says nothing.
                var account = new RowAccount(row.Flow == Flow.ToSalesforce ? default : Known(record), PartnerCentral: takes && !isToFillIn ? default : Known(aws), LeftBehind: isToFillIn, Apart: isApart);
                baseline = baseline.With(row.Label, salesforce.Followed.GetValueOrDefault(row.Label) is { } reading ? Followed(account, reading, aws.IsEmpty) : account);
            }
        }

        return baseline with { MappedObjectId = salesforce.MappedObjectId, Decisions = ImmutableDictionary<string, StandingDecision>.Empty };
    }

    private static RowAccount Followed(RowAccount account, Reading reading, bool isEmptyAtAws) => reading.Wire is null ? account with { FollowedUnseen = true }
        : isEmptyAtAws ? account with { Followed = Accounted.For(reading), FollowedUnseen = false, RefreshedFrom = reading.Wire, RefreshedTo = account.CoSell.Wire }
        : account with { Followed = Accounted.For(reading), FollowedUnseen = false };

    /// <summary>A list is merged, not replaced: it takes AWS's only while it is empty.</summary>
    private static bool SaysNothing(Row row, Snapshot salesforce) => salesforce[row.Label] is var own
        && (own.IsEmpty || (!UnitDecision.IsMerged(row) && !own.IsUnknown && salesforce.Followed.GetValueOrDefault(row.Label) is { HasValue: true } followed && followed.Canonical == own.Canonical));

    private static Accounted Known(Reading reading) => reading.IsUnknown ? default : Accounted.For(reading);
}
