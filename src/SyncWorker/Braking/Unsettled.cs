using System.Globalization;
using SyncWorker.Core.Opportunities;
using SyncWorker.State;

namespace SyncWorker.Braking;

/// <summary>Tells the changes that count for a brake from the rest of what a poll reads again: our own writes, what was settled already, and what stood so when a person released the brake.</summary>
internal static class Unsettled
{
    /// <param name="link">The link with its memory.</param>
    /// <param name="side">The side that was polled.</param>
    /// <param name="version">The record's Last Modified Date as that side wrote it.</param>
    /// <param name="released">When a brake for many changes was released last.</param>
    public static bool IsOf(LinkState link, Side side, string? version, DateTimeOffset released)
    {
        var receipt = side == Side.Salesforce ? link.Baseline.SalesforceReceipt : link.Baseline.PartnerCentralReceipt;

        // A record that was never settled is new, not changed.
        if (version is null || version == receipt || (receipt is null && link.Baseline.Date(side) is null)) return false;
        var date = DateTimeOffset.Parse(version, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return date > released && date.ToUnixTimeSeconds() != link.Baseline.Date(side)?.ToUnixTimeSeconds();
    }
}
