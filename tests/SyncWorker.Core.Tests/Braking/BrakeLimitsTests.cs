using System.Collections.Immutable;
using SyncWorker.Core.Braking;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Tests.Braking;

public sealed class BrakeLimitsTests
{
    private static readonly BrakeLimits Shipped = new();

    [Theory]
    [InlineData(1000, 0, true)]
    [InlineData(1000, 12, true)]
    [InlineData(1000, 499, true)]
    [InlineData(1000, 500, false)]
    [InlineData(1000, 2000, false)]
    [InlineData(25, 0, true)]
    [InlineData(24, 0, false)]
    [InlineData(0, 0, false)]
    public void A_side_that_held_many_records_and_shows_less_than_half_is_suddenly_empty(int before, int now, bool expected) => Assert.Equal(expected, Shipped.IsSuddenlyEmpty(before, now));

    [Theory]
    [InlineData(51, 100, true)]
    [InlineData(50, 100, false)]
    [InlineData(24, 24, false)]
    [InlineData(25, 25, true)]
    [InlineData(0, 0, false)]
    public void More_than_half_of_the_linked_records_are_many_unless_they_are_few(int changed, int linked, bool expected) => Assert.Equal(expected, Shipped.AreManyChanges(changed, linked));

    [Fact]
    public void A_share_of_1_never_brakes()
    {
        var off = Shipped with { ChangedShare = 1, MissingShare = 1 };
        Assert.False(off.AreManyChanges(1000, 1000));
        Assert.False(off.IsSuddenlyEmpty(1000, 0));
    }

    [Fact]
    public void What_empties_a_field_that_holds_something_is_a_blank_and_counts_once()
    {
        var plan = Planned([Change("Next Step", null, "Kick-off"), Change("Street", null, null), Change("City", "Seattle", "Boston")], [Change("Next Step", null, "Kick-off")]);
        Assert.Equal("Next Step", Assert.Single(BrakeLimits.Blanks(plan)).Row);
    }

    [Fact]
    public void Eight_blanks_may_go_and_nine_may_not()
    {
        Change[] nine = [.. Enumerable.Range(0, 9).Select(i => Change($"Row {i}", null, "x"))];
        Assert.False(Shipped.AreManyBlanks(Planned(nine[..8])));
        Assert.True(Shipped.AreManyBlanks(Planned(nine)));
    }

    private static Plan Planned(params Change[][] steps) => new()
    {
        Steps = [.. steps.Select(changes => new Step { Kind = StepKind.UpdateOpportunity, Changes = [.. changes] })],
        Report = new SyncReport("In sync", null, null),
        Next = Baseline.Never,
    };

    private static Change Change(string row, string? value, string? was) => new(row, Side.PartnerCentral, value, was, ImmutableArray<KeyValuePair<string, string>>.Empty, new SentPart(default, default, default, value));
}
