using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>What an operator may choose about decisions.</summary>
/// <param name="TieGoesTo">The side that wins when both Last Modified Dates fall in the same second.</param>
/// <param name="InFlight">How long after it was sent a write whose answer was lost may still land; until then nothing else goes to that side.</param>
public sealed record Policy(Side TieGoesTo, TimeSpan InFlight)
{
    /// <summary>The AWS referrals that are accepted without a seller's decision.</summary>
    public Scope AcceptReferrals { get; init; } = Scope.None;

    /// <summary>The drafts that are created and submitted without Submit To AWS, once every requirement is met.</summary>
    public Scope SubmitAuto { get; init; } = Scope.None;

    /// <summary>Whether AWS wants the customer's AWS account id of a launched opportunity, as it does from consulting partners.</summary>
    public bool AccountIdAtLaunched { get; init; } = true;

    /// <summary>Whether a row is held that a side sets back twice within a day after we wrote it: another tool keeps changing it.</summary>
    public bool HoldsOtherTools { get; init; }

    /// <summary>Partner Central wins ties; a write may land for two minutes.</summary>
    public static Policy Default { get; } = new(Side.PartnerCentral, TimeSpan.FromMinutes(2));
}
