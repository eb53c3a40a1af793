using Microsoft.Extensions.Options;
using SyncWorker.Hosting;
using SyncWorker.Salesforce;

namespace SyncWorker.Settling;

/// <summary>
/// A Salesforce record is not settled before it is quiet: its Last Modified Date older, by Salesforce's clock, than the longest transaction plus a second. The guard's grain is one second
/// and a transaction commits after its stamp, so an edit that we have not seen could otherwise pass the guard.
/// </summary>
internal sealed class Quiet(IOptionsMonitor<SyncOptions> options, TimeProvider time)
{
    /// <summary>When the record will be quiet, by our clock; null where it is.</summary>
    public DateTimeOffset? Until(SideRecord? salesforce)
    {
        if (salesforce?.Version is not { } text) return null;
        var left = options.CurrentValue.QuietTime - (salesforce!.ReadAt - SalesforceTime.Parse(text));
        return left > TimeSpan.Zero ? time.GetUtcNow() + left : null;
    }
}
