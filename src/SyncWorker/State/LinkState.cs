using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.State;

/// <summary>A link with all that is remembered of it.</summary>
/// <param name="Link">The identities.</param>
/// <param name="Baseline">What was accounted for, decided and sent.</param>
/// <param name="Due">A number that each mark raises.</param>
/// <param name="Cleared">The number up to which a receipt has cleared the marks.</param>
/// <param name="Priority">Higher goes first.</param>
/// <param name="Failures">Settles that failed in a row.</param>
/// <param name="NotBefore">When it may be settled again.</param>
internal sealed record LinkState(Link Link, Baseline Baseline, long Due, long Cleared, int Priority, int Failures, DateTimeOffset? NotBefore)
{
    /// <summary>Those of the failures that were the opportunity's own: no outage, no refused sign-in, no used-up quota.</summary>
    public int OwnFailures { get; init; }

    /// <summary>Since when it is parked; null where it is not.</summary>
    public DateTimeOffset? ParkedAt { get; init; }

    /// <summary>
    /// Whether the acceptance of its referral is open: then an opportunity that nobody knows may be the one that this made. One that is parked waits for a person, and nothing else waits for it.
    /// </summary>
    public bool IsAccepting => ParkedAt is null && (Baseline.Intent?.Kind == StepKind.Accept || Link is { InvitationStatus: "ACCEPTED", OpportunityId: null, IsWithoutOpportunity: false });

    /// <summary>Whether a person asked for another try that has not begun.</summary>
    public bool IsAsked { get; init; }
}
