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

    [Theory]
    [InlineData(StepKind.Submit, 60, false)]
    [InlineData(StepKind.Submit, 3600, true)]
    [InlineData(StepKind.Accept, 3600, true)]
    public void A_task_that_is_known_is_only_asked_after_once_its_token_is_old(StepKind kind, int secondsAgo, bool onlyAsk)
    {
        var intent = new Intent { Kind = kind, Token = "t", Body = "{}", TaskId = "task-1", FirstSent = Sent, LastSent = Sent };
        var standing = new Standing { ReviewStatus = ReviewStatus.PendingSubmission, InvitationStatus = "PENDING" };
        Assert.Equal(onlyAsk, Intents.Next(intent, standing, "1", Policy, Sent.AddSeconds(secondsAgo))!.OnlyAsk);
    }
}
