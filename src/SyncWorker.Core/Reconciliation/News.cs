using System.Globalization;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>What a seller reads in Sync Note about a conflict that was decided.</summary>
internal static class News
{
    public static string Of(string row, string? losing, string? standing, Side winner, DateTimeOffset? when, string reference)
    {
        var set = winner == Side.PartnerCentral ? "set in Partner Central" : "set in Salesforce";
        var on = when is { } date ? string.Create(CultureInfo.InvariantCulture, $" on {date.UtcDateTime:d MMM HH:mm} UTC") : "";
        return $"{row} {Shown(losing)} was replaced by {Shown(standing)}, {set}{on}; restore with ref {reference}.";
    }

    /// <summary>Nothing was replaced in the end where both sides say what the news say was lost: a decision was taken back, or the value restored.</summary>
    public static void Outdated(PlanDraft draft, Standing standing, Snapshot salesforce, Snapshot partnerCentral)
    {
        if (draft.Next.NewsRow is not { } label || draft.Map.Find(label) is not { } row) return;
        if (UnitRows.View(row, draft.Next, salesforce, partnerCentral, standing) is { Unknown: null, Agrees: true } view && view.Theirs == draft.Next.NewsLosing)
            draft.Next = draft.Next with { News = null, NewsRow = null, NewsLosing = null };
    }

    private static string Shown(string? value) => value is null ? "(empty)" : value.Length <= 80 ? value : value[..77] + "…";
}
