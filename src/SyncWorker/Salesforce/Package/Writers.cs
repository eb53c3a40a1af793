using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Salesforce.Package;

/// <summary>Who reads and writes a row's field in Salesforce.</summary>
internal static class Writers
{
    // What nobody but the worker writes, besides the rows that AWS owns.
    private static readonly string[] Bookkeeping = [CoSellFields.SyncStatus, CoSellFields.SyncError, CoSellFields.SyncNote, CoSellFields.LastSynced, CoSellFields.SyncNonce, CoSellFields.ClazarId];

    // The lookup is set when a shared Opportunity gets its record, and AWS's Action Required clears the tick.
    private static readonly string[] Shared = [CoSellFields.Opportunity, CoSellFields.SubmitToAws];

    // A person's words to the worker.
    private static readonly string[] Words = [CoSellFields.SubmitLate, CoSellFields.AllowAnother, CoSellFields.ReferralDecision, CoSellFields.ShareWithAws];

    /// <summary>Whether the field holds a person's word to the worker, which only reads it.</summary>
    public static bool IsWord(string field) => Words.Contains(field);

    /// <summary>Whether people write it; what AWS owns and the worker's bookkeeping they only read.</summary>
    public static bool IsPeoples(Row row) => row.Flow != Flow.ToSalesforce && !row.Fields.Any(Bookkeeping.Contains);

    /// <summary>Whether the worker writes it. A new record takes all that AWS holds of a deal, whichever way the row flows afterwards.</summary>
    public static bool IsWorkers(Row row) => row.Flow != Flow.None || row.Fields.Any(f => Bookkeeping.Contains(f) || Shared.Contains(f));

    /// <summary>Whether the worker reads it: what flows, and what people tell it. The rest is theirs alone.</summary>
    public static bool IsReadByWorker(Row row) => IsWorkers(row) || row.Fields.Any(IsWord);
}
