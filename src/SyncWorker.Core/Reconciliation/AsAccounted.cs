using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>Whether an opportunity, of which only the co-sell record was read, stands as it was accounted for: then nothing is to be looked at more closely while AWS's version is the one that was decided on.</summary>
public static class AsAccounted
{
    /// <summary>Whether it does.</summary>
    /// <param name="map">The field map.</param>
    /// <param name="baseline">What is remembered.</param>
    /// <param name="salesforce">The co-sell record as read just now.</param>
    /// <param name="version">AWS's version as listed just now.</param>
    public static bool Stands(FieldMap map, Baseline baseline, Snapshot salesforce, string version) =>
        baseline.PartnerCentralVersion == version && baseline.Sent.IsEmpty && baseline.Intent is null && baseline.Decisions.IsEmpty && baseline.Held.IsEmpty
        && map.Units.All(unit => unit.All(row => Stands(row, baseline[row.Label], salesforce)));

    private static bool Stands(Row row, RowAccount account, Snapshot salesforce)
    {
        var (coSell, followed) = (salesforce[row.Label], salesforce.Followed.GetValueOrDefault(row.Label));
        if (coSell.IsUnknown || account.CoSell.MovedTo(coSell) || followed is { IsUnknown: true } || (followed is not null && account.Followed.MovedTo(followed))) return false;

        // What spoke for the row, as it was accounted for, beside what AWS held.
        var ours = (account.FollowedSpeaks ? account.Followed : account.CoSell).Canonical ?? row.Default;
        return ours == account.PartnerCentral.Canonical || account.CoSell.Canonical == account.PartnerCentral.Canonical;
    }
}
