using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Tests.Reconciliation;

/// <summary>What was under way when a person deleted the co-sell record.</summary>
public sealed class AbandonedIntentTests
{
    private static readonly DateTimeOffset Sent = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Policy Policy = new(Side.PartnerCentral, TimeSpan.FromMinutes(2));

    [Theory]
    [InlineData(StepKind.CreateOpportunity, null, true)]
    [InlineData(StepKind.CreateOpportunity, 3600, false)]
    [InlineData(StepKind.Accept, null, true)]
    [InlineData(StepKind.Accept, 149, false)]
    [InlineData(StepKind.Accept, 150, true)]
    [InlineData(StepKind.Submit, 149, false)]
    [InlineData(StepKind.Submit, 150, true)]
    public void It_is_over_when_nothing_of_it_can_arrive_any_more(StepKind kind, int? secondsAgo, bool isOver)
    {
        DateTimeOffset? sent = secondsAgo is null ? null : Sent;
        var baseline = Baseline.Never with { Intent = new Intent { Kind = kind, Token = "t", Body = "{}", FirstSent = sent, LastSent = sent } };
        Assert.Equal(isOver, Intents.Abandoned(baseline, Policy, Sent.AddSeconds(secondsAgo ?? 0)).Intent is null);
    }
}
