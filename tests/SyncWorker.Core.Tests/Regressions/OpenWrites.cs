using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

/// <summary>Writes whose outcome cannot be told.</summary>
public sealed class OpenWrites
{
    [Theory]
    [InlineData(Place.CoSell)]
    [InlineData(Place.PartnerCentral)]
    public void A_write_whose_row_is_not_synchronised_any_more_is_open_no_more(Place edited)
    {
        var world = Lost(Fault.AnswerLostWritten, edited);

        Assert.False(world.Peek(map: Without(world, Maps.Comments)).StaysDue);
    }

    [Fact]
    public void A_write_whose_row_is_not_synchronised_any_more_is_open_while_it_may_land()
    {
        var world = Lost(Fault.AnswerLostNothingWritten, Place.CoSell);

        Assert.True(world.Peek(map: Without(world, Maps.Comments)).StaysDue);
    }

    [Fact]
    public void A_row_that_comes_back_after_its_write_was_given_up_says_on_both_sides_what_the_write_brought()
    {
        var world = Lost(Fault.AnswerLostWritten, Place.CoSell);
        world.Remember(world.Peek(map: Without(world, Maps.Comments)));
        world.Pass(600);

        Assert.Empty(world.Settle().Changes);
        Assert.Equal(("Offer", "Offer"), (world.Value(Maps.Comments, Place.CoSell), world.Value(Maps.Comments, Place.PartnerCentral)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(149, 0)]
    [InlineData(159, 10)]
    [InlineData(3749, 3600)]
    public void A_write_that_cannot_land_any_more_and_whose_row_cannot_be_read_is_overdue(int later, int overdue)
    {
        var world = Lost(Fault.AnswerLostWritten, Place.CoSell);

        // It landed one second after it was remembered, and may land for 30 seconds and 2 minutes.
        world.Pass(later);
        var plan = world.Peek(partnerCentral: a => a with { Readings = a.Readings.SetItem(Maps.Comments, Reading.Unknown("a word that nobody knows")) });

        Assert.Equal((true, TimeSpan.FromSeconds(overdue)), (plan.StaysDue, plan.Overdue));
    }

    [Fact]
    public void A_write_that_may_still_land_is_looked_after_soon_though_an_older_one_is_overdue()
    {
        var world = Lost(Fault.AnswerLostWritten, Place.CoSell);
        world.Pass(3600);
        Snapshot Unread(Snapshot a) => a with { Readings = a.Readings.SetItem(Maps.Comments, Reading.Unknown("a word that nobody knows")) };
        world.Edit(Maps.NextStep, Place.CoSell, "Contract");
        var plan = world.Peek(partnerCentral: Unread);
        world.Remember(plan);

        Assert.Equal((2, TimeSpan.Zero), (world.Baseline.Sent.Length, world.Peek(partnerCentral: Unread).Overdue));
    }

    [Theory]
    [InlineData(StepKind.Submit, 3600)]
    [InlineData(StepKind.CreateOpportunity, 0)]
    public void A_submission_of_an_opportunity_that_is_gone_is_asked_after_ever_more_seldom_and_a_create_is_looked_for_as_ever(StepKind kind, int overdue)
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Comments), "Approved");
        world.Settle();
        var now = world.Touched(Side.PartnerCentral);
        world.Remember(world.Peek() with { Next = world.Baseline with { Intent = new Intent { Kind = kind, Token = "t", Body = "{}", FirstSent = now, LastSent = now } } });

        // It was settled eleven seconds ago.
        world.Pass(3739);
        var plan = world.Peek(partnerCentral: a => a with { Documents = [] });

        Assert.Equal((true, 0), (plan.StaysDue, plan.Steps.Count(s => s.Side == Side.PartnerCentral)));
        Assert.Equal(TimeSpan.FromSeconds(overdue), plan.Overdue);
    }

    [Fact]
    public void A_create_whose_rows_cannot_be_read_back_is_open_since_it_was_made()
    {
        var now = new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);
        var intent = new Intent { Kind = StepKind.CreateOpportunity, Token = "t", Body = "{}", Parts = ImmutableDictionary<string, SentPart>.Empty.Add(Maps.Comments, new SentPart(default, default, default, "Offer")) };
        Snapshot At(Side side) => new() { Side = side, RecordId = "1", LastModified = now, Version = "1", ReadAt = now, Readings = ImmutableDictionary<string, Reading>.Empty.Add(Maps.Comments, Reading.Unknown("not readable now")) };

        var made = Receipts.Received(Maps.Of(Maps.Comments), new Link { Id = "L1", RecordId = "a001", OpportunityId = "O1" }, Baseline.Never with { Intent = intent }, new Step { Kind = StepKind.CreateOpportunity, Intent = intent }, At(Side.Salesforce), At(Side.PartnerCentral), "1", Policy.Default);

        Assert.Equal(now, Assert.Single(made.Next.Sent).At);
    }

    /// <summary>Somebody edited a row of a settled deal, and of the write to the other side no answer came.</summary>
    private static World Lost(Fault fault, Place edited)
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Comments, Maps.NextStep), "Approved");
        foreach (var row in new[] { Maps.Comments, Maps.NextStep }) world.Edit(row, Place.CoSell, $"{row} text");
        world.Settle();
        world.Pass(60);
        world.Edit(Maps.Comments, edited, "Offer");
        world.Settle(fault);
        Assert.Single(world.Baseline.Sent);
        return world;
    }

    private static FieldMap Without(World world, string label) => world.Map.Without(new HashSet<string> { label }, "the org has no such field");
}
