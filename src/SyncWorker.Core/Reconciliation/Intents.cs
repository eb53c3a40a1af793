using SyncWorker.Core.Lifecycle;

namespace SyncWorker.Core.Reconciliation;

/// <summary>
/// What is done about a create, submit or accept that was decided and is not accounted for. A token makes a replay harmless only while AWS keeps it, and AWS does not say how long: a young
/// one is replayed unchanged, an old one never again. Then what it may have made is looked for, and only what was not found twice is decided anew, with a new token.
/// </summary>
internal static class Intents
{
    // The shortest time for which any AWS service says that it keeps a client token.
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    // A list may lag behind: what is not there now may be there a minute later.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(60);

    /// <summary>The next step of an intent.</summary>
    /// <returns>Null where there is nothing to do but to wait.</returns>
    public static Step? Next(Intent intent, Standing standing, string? version, Policy policy, DateTimeOffset now)
    {
        var step = new Step { Kind = intent.Kind, Intent = intent, Rule = intent.Rule, GuardVersion = version };
        if (intent is not { FirstSent: { } first, LastSent: { } last }) return step;
        var bound = SentWrite.MayLand(policy);
        var mayReplay = !intent.IsTokenSpent && now + bound <= first + TokenLife;
        if (intent.Kind != StepKind.CreateOpportunity) return mayReplay && !IsOver(intent, standing) ? step : step with { OnlyAsk = true };
        if (mayReplay) return step;
        var soonest = intent.NotFoundAt is { } at ? at + BetweenLooks : last + bound;
        return now < soonest ? null : step with { Kind = StepKind.FindOpportunity };
    }

    /// <summary>The next step of a create whose co-sell record a person deleted meanwhile: nothing is sent any more, and what was made is looked for.</summary>
    public static Step? WithoutRecord(Intent intent, Standing standing, Policy policy, DateTimeOffset now) => intent is { Kind: StepKind.CreateOpportunity, FirstSent: not null }
        ? Next(intent with { IsTokenSpent = true }, standing, null, policy, now) : null;

    /// <summary>
    /// What is remembered of an intent whose co-sell record a person deleted meanwhile: nothing of it is sent any more, so it is over when nothing of it can arrive any more. Only what a create
    /// made has to be found first.
    /// </summary>
    public static Baseline Abandoned(Baseline baseline, Policy policy, DateTimeOffset now) => baseline.Intent switch
    {
        { Kind: StepKind.CreateOpportunity, FirstSent: not null } => baseline,
        { LastSent: { } last } when now < last + SentWrite.MayLand(policy) => baseline,
        _ => baseline with { Intent = null },
    };

    /// <summary>How long ago a submission or an acceptance could have arrived last; null for what waits by itself before it is looked for, and for what was not sent.</summary>
    public static TimeSpan? Overdue(Intent intent, Policy policy, DateTimeOffset now) => intent.Kind is StepKind.Submit or StepKind.Accept ? now - intent.LastSent - SentWrite.MayLand(policy) : null;

    /// <summary>What became of an intent whose effect was looked for and not found.</summary>
    /// <param name="baseline">What is remembered.</param>
    /// <param name="policy">What the operator chose.</param>
    /// <param name="now">The present.</param>
    public static Baseline NotFound(Baseline baseline, Policy policy, DateTimeOffset now)
    {
        if (baseline.Intent is not { } intent) return baseline;
        // A request that is on its way may still arrive; of a create, one look is not enough.
        var isEarly = intent.LastSent is { } last && now < last + SentWrite.MayLand(policy);
        var isFirst = intent is { Kind: StepKind.CreateOpportunity, NotFoundAt: null };
        return isFirst ? baseline with { Intent = intent with { NotFoundAt = now } } : isEarly ? baseline : baseline with { Intent = null };
    }

    /// <summary>Whether the records show that nothing is left to ask AWS for, whoever did it.</summary>
    private static bool IsOver(Intent intent, Standing standing) => intent.Kind == StepKind.Submit
        ? standing.ReviewStatus is not (ReviewStatus.PendingSubmission or ReviewStatus.ActionRequired)
        : standing.InvitationStatus != "PENDING";
}
