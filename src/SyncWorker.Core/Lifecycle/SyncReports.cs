using System.Collections.Immutable;
using System.Globalization;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Lifecycle;

/// <summary>What the seller reads: Sync Status, Sync Error and Sync Note, as a function of where the opportunity stands and what is held.</summary>
internal static class SyncReports
{
    // Enough lines for a seller to act on; the field holds 32,768 characters.
    private const int LinesMax = 40;

    public static SyncReport Of(FieldMap map, Standing standing, ImmutableArray<Problem> problems, ImmutableArray<Hold> holds, Baseline baseline, bool stepsLeft, string reference)
    {
        var refusals = holds.Where(h => h.Kind == HoldKind.Refused).SelectMany(h => h.Reason.Split('\n').Select(words => $"{Named(h.Row)}AWS refused: '{words}'. Nothing was changed. Ref {reference}."));
        var refusedHere = holds.Where(h => h.Kind == HoldKind.RefusedBySalesforce).Select(h => $"{Named(h.Row)}Salesforce refused {(h.Row.Length == 0 ? "AWS's values" : "AWS's value")}: '{h.Reason}'. Ask your Salesforce admin.");
        var unreadable = holds.Where(h => h.Kind is HoldKind.Unknown or HoldKind.Unwritable && problems.All(p => p.Row != h.Row)).Select(h => $"{h.Row}: {h.Reason}.");
        var others = holds.Where(h => h.Kind == HoldKind.AnotherTool).Select(h => $"{h.Row}: {h.Reason}. Have that tool stopped, or change the field again; otherwise it goes on after a day of quiet.");
        string[] lines = [.. Asks(map, standing), .. problems.Select(p => p.ToString()), .. unreadable, .. refusals, .. refusedHere, .. others];
        var error = lines.Length == 0 ? null : string.Join('\n', lines.Distinct().Take(LinesMax));
        return new SyncReport(Status(standing, problems, holds, error is not null, stepsLeft), error, Note(standing, holds, baseline));
    }

    private static string Named(string row) => row.Length == 0 ? "" : $"{row}: ";

    private static IEnumerable<string> Asks(FieldMap map, Standing standing) => standing.ReviewStatus switch
    {
        ReviewStatus.ActionRequired => [$"AWS asks for a change: '{standing.ReviewComments ?? standing.ReviewReason ?? "no comment"}'. Open now: {OpenNow(map)}. Tick Submit To AWS when done."],
        ReviewStatus.Rejected => [$"AWS rejected this opportunity: '{standing.ReviewReason ?? standing.ReviewComments ?? "no reason"}'. It cannot be reopened; create a new one if that is wrong."],
        _ => [],
    };

    private static string OpenNow(FieldMap map) =>
        string.Join(", ", map.Rows.Where(r => r.Flow is Flow.Both or Flow.ToPartnerCentral && r.Write is { } member && Editability.IsOpenInActionRequired(member)).Select(r => r.Label));

    private static string Status(Standing standing, ImmutableArray<Problem> problems, ImmutableArray<Hold> holds, bool hasError, bool stepsLeft)
    {
        if (!standing.HasOpportunity && standing.IsReferral) return Referral(standing, problems);
        if (!standing.HasOpportunity || standing.ReviewStatus == ReviewStatus.PendingSubmission) return Unsubmitted(standing, problems, holds, stepsLeft);
        return standing.ReviewStatus switch
        {
            ReviewStatus.Submitted or ReviewStatus.InReview => SyncStatus.InReview,
            ReviewStatus.ActionRequired => SyncStatus.ActionRequired,
            ReviewStatus.Rejected => SyncStatus.Rejected,
            _ when hasError => SyncStatus.NeedsAttention,
            _ when holds.Any(h => h.Kind is HoldKind.InFlight or HoldKind.UnderReview or HoldKind.ActionRequired) => SyncStatus.UpdateWaiting,
            _ when Stage.IsTerminal(standing.AwsStage) => SyncStatus.Closed,
            _ => SyncStatus.InSync,
        };
    }

    private static string Referral(Standing standing, ImmutableArray<Problem> problems) => standing.InvitationStatus switch
    {
        "PENDING" when !problems.IsEmpty => SyncStatus.MissingInformation,
        "PENDING" => SyncStatus.ReferralToAnswer,
        "ACCEPTED" when !problems.IsEmpty => SyncStatus.NeedsAttention,
        "ACCEPTED" => SyncStatus.Submitting,
        _ => SyncStatus.NotShared,
    };

    private static string Unsubmitted(Standing standing, ImmutableArray<Problem> problems, ImmutableArray<Hold> holds, bool stepsLeft)
    {
        if (holds.Any(h => h.Kind == HoldKind.Refused)) return SyncStatus.NeedsAttention;
        if (!problems.IsEmpty) return standing.SubmitTicked ? SyncStatus.MissingInformation : SyncStatus.Draft;
        return standing.SubmitTicked || stepsLeft ? SyncStatus.Submitting : SyncStatus.ReadyToSubmit;
    }

    private static string? Note(Standing standing, ImmutableArray<Hold> holds, Baseline baseline)
    {
        var lines = new List<string>();
        if (standing is { HasOpportunity: false, InvitationStatus: "PENDING", ExpirationDate: { } expires }
            && DateTimeOffset.TryParse(expires, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var by))
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Answer by {by.UtcDateTime:d MMM HH:mm} UTC or the referral expires."));
        if (standing is { HasOpportunity: true, GoesInLate: true }) lines.Add("Submitted late: Sale Stage follows when AWS has approved it.");
        var waiting = holds.Count(h => h.Kind == HoldKind.UnderReview);
        if (waiting > 0) lines.Add($"AWS is reviewing; your {(waiting == 1 ? "change goes" : $"{waiting} changes go")} out when it is done.");
        lines.AddRange(holds.Where(h => h.Kind == HoldKind.Locked).Select(h => $"{h.Row} differs: locked by AWS."));
        lines.AddRange(holds.Where(h => h.Kind == HoldKind.Missing).Select(h => $"{h.Row}: {h.Reason}."));
        if (baseline.News is { } news) lines.Add(news);
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }
}
