using System.Collections.Immutable;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Lifecycle;

/// <summary>
/// What AWS needs before each step, in plain words, found before a write is spent. From section 4 of AWS's business validation (ACE data model, 2025-10-28). Everything that is missing or
/// malformed is listed at once, one line a problem and one thing to do a line.
/// </summary>
public static partial class Requirements
{
    /// <summary>Everything that keeps an opportunity from being created and submitted.</summary>
    public static ImmutableArray<Problem> ForSubmission(Facts facts)
    {
        var problems = Broken(Asked.Submission, facts).ToImmutableArray();
        var malformed = facts.Malformed.Where(m => problems.All(p => p.Row != m.Key)).Select(m => new Problem(m.Key, m.Value, null));
        return [.. problems, .. malformed];
    }

    /// <summary>Everything that would make AWS refuse an update, of what the seller can still mend.</summary>
    public static ImmutableArray<Problem> ForUpdate(Facts facts) => [.. Broken(Asked.Update, facts).Where(p => facts.Open.Contains(p.Row))];

    /// <summary>Everything that would make AWS refuse the update that answers its Action Required: that one is a submission too.</summary>
    public static ImmutableArray<Problem> ForAnswer(Facts facts) => [.. ForUpdate(facts).Concat(Broken(Asked.Submission, facts).Where(p => facts.Open.Contains(p.Row))).DistinctBy(p => p.Row)];

    /// <summary>A referral is rejected only with a reason, which AWS takes in 1 to 80 characters.</summary>
    public static ImmutableArray<Problem> ForRejection(string? reason) =>
        reason is null ? [new Problem(Labels.RejectionReason, "empty", "Choose why you reject the referral; AWS asks for a reason.")] : [];

    /// <summary>Whether AWS wants a value in a row, whatever the others hold.</summary>
    public static bool IsNeeded(string row) => Table.Any(r => r.Row == row && r.IsBroken == Empty);

    private static IEnumerable<Problem> Broken(Asked at, Facts facts) => Table.Where(r => r.At.HasFlag(at)).Select(r => r.Check(facts)).OfType<Problem>();
}
