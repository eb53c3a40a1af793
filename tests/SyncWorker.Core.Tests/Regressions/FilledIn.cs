using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

public sealed class FilledIn
{
    [Fact]
    public void What_AWS_filled_in_for_a_word_that_it_lacks_is_shown_once_the_word_is_cleared()
    {
        var map = Maps.Of(Maps.Type);
        var link = new Link { Id = "L1", RecordId = "a001", OpportunityId = "O1" };
        var policy = new Policy(Side.PartnerCentral, TimeSpan.FromMinutes(2));
        var atAws = At(Side.PartnerCentral, Reading.Value("\"New\"", "New"));
        var step = new Step { Kind = StepKind.CreateOpportunity, Intent = new Intent { Kind = StepKind.CreateOpportunity, Token = "t", Body = "{}" } };

        var made = Receipts.Received(map, link, Baseline.Never, step, At(Side.Salesforce, Reading.Unknown("no AWS word for 'Pilot'", "\"Pilot\"")), atAws, "1", policy);
        var cleared = Reconciler.Reconcile(map, link, made.Next, At(Side.Salesforce, Reading.Empty), atAws, policy, Now);

        var change = Assert.Single(cleared.Changes);
        Assert.Equal((Maps.Type, Side.Salesforce, "New"), (change.Row, change.To, change.Value));
    }

    private static DateTimeOffset Now { get; } = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    private static Snapshot At(Side side, Reading type) => new()
    {
        Side = side,
        RecordId = side == Side.Salesforce ? "a001" : "O1",
        LastModified = Now,
        Version = "1",
        ReadAt = Now,
        Readings = ImmutableDictionary<string, Reading>.Empty.Add(Maps.Type, type).Add(Maps.Status, Reading.Value("\"Approved\"", "Approved")),
        Documents = ImmutableDictionary<string, JsonObject>.Empty.Add(side == Side.Salesforce ? "record" : "Opportunity", []),
    };
}
