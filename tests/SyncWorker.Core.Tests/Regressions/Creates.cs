using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

public sealed class Creates
{
    [Fact]
    public void What_the_worker_shows_on_the_record_while_a_create_is_in_doubt_is_no_edit_of_the_seller()
    {
        var map = Maps.Of(Maps.Competitor);
        var link = new Link { Id = "L1", RecordId = "a001", OpportunityId = "O1" };
        var policy = new Policy(Side.PartnerCentral, TimeSpan.FromMinutes(2));
        var followed = Accounted.For(Followed);
        var intent = new Intent { Kind = StepKind.CreateOpportunity, Token = "t", Body = "{}", Parts = Part(new SentPart(Accounted.For(Reading.Empty), followed, default, "Contoso", FromFollowed: true)) };
        var refresh = new SentWrite { To = Side.Salesforce, GuardVersion = "0", Nonce = "n", At = Now, Parts = Part(new SentPart(Accounted.For(Reading.Empty), followed, default, "Contoso", Refresh: true)) };
        var (record, opportunity) = (At(Side.Salesforce, Followed), At(Side.PartnerCentral, Reading.Value("\"Fabrikam\"", "Fabrikam")));

        var shown = Receipts.Received(map, link, Baseline.Never with { Intent = intent, Sent = [refresh] }, new Step { Kind = StepKind.UpdateRecord, GuardVersion = "0" }, record, opportunity, "1", policy);
        var found = Receipts.Received(map, link, shown.Next, new Step { Kind = StepKind.FindOpportunity, Intent = shown.Next.Intent }, record, opportunity, null, policy);
        var plan = Reconciler.Reconcile(map, link, found.Next, record, opportunity, policy, Now);

        var change = Assert.Single(plan.Changes);
        Assert.Equal((Side.Salesforce, "Fabrikam"), (change.To, change.Value));
        Assert.Empty(plan.Conflicts);
    }

    private static DateTimeOffset Now { get; } = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    private static Reading Followed { get; } = Reading.Value("\"Contoso\"", "Contoso");

    private static ImmutableDictionary<string, SentPart> Part(SentPart part) => ImmutableDictionary<string, SentPart>.Empty.Add(Maps.Competitor, part);

    private static Snapshot At(Side side, Reading competitor) => new()
    {
        Side = side,
        RecordId = side == Side.Salesforce ? "a001" : "O1",
        LastModified = Now,
        Version = "1",
        ReadAt = Now,
        Nonce = "n",
        Readings = ImmutableDictionary<string, Reading>.Empty.Add(Maps.Competitor, competitor).Add(Maps.Status, Reading.Value("\"Approved\"", "Approved")),
        Followed = side == Side.PartnerCentral ? ImmutableDictionary<string, Reading>.Empty : ImmutableDictionary<string, Reading>.Empty.Add(Maps.Competitor, Followed),
        Documents = ImmutableDictionary<string, JsonObject>.Empty.Add(side == Side.Salesforce ? "record" : "Opportunity", []),
    };
}
