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
internal sealed record LinkState(Link Link, Baseline Baseline, long Due, long Cleared, int Priority, int Failures, DateTimeOffset? NotBefore);
