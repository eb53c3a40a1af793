using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>There are no deletes: a record that is gone, or that is suddenly empty, is a hold and never a blank write.</summary>
internal static class Suspicion
{
    // A seller may well clear one or two fields at once.
    private const int EmptiedMin = 3;

    /// <summary>Why the records as read cannot be believed, in a seller's words, and of which side; null where they can.</summary>
    public static (Side Side, string Why)? Of(PlanDraft draft, Standing standing, Snapshot salesforce, Snapshot partnerCentral)
    {
        if (draft.Link.OpportunityId is { } id && !standing.HasOpportunity) return (Side.PartnerCentral, $"{id} could not be read in Partner Central, or is gone");
        if (IsSuddenlyEmpty(draft, salesforce, account => account.CoSell)) return (Side.Salesforce, "every field of the co-sell record is suddenly empty");
        return IsSuddenlyEmpty(draft, partnerCentral, account => account.PartnerCentral) ? (Side.PartnerCentral, "every member of the opportunity in Partner Central is suddenly empty") : null;
    }

    private static bool IsSuddenlyEmpty(PlanDraft draft, Snapshot side, Func<RowAccount, Accounted> place)
    {
        var held = draft.Map.Units.SelectMany(u => u).Where(r => HasWire(place(draft.Next[r.Label]).Wire)).ToArray();
        return held.Length >= EmptiedMin && held.All(r => side[r.Label] is { IsUnknown: false } reading && !HasWire(reading.Wire));
    }

    /// <summary>A flag reads as a value even where its wire is blank, so the wire is looked at.</summary>
    private static bool HasWire(string? wire) => wire is not (null or "null" or "\"\"" or "[]" or "[null]" or "[null,null]");
}
