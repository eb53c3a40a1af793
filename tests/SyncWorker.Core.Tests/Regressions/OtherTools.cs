using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

public sealed class OtherTools
{
    private const int Hour = 3600;

    [Fact]
    public void A_row_that_is_set_back_twice_within_a_day_is_held_and_the_record_s_other_rows_go_on()
    {
        var world = SetBack(times: 2);
        world.Edit(Maps.Comments, Place.CoSell, "urgent");
        var plan = world.Settle();

        Assert.Equal(new Hold(Maps.Related, HoldKind.AnotherTool, "another tool keeps changing it back in Partner Central"), Assert.Single(plan.Holds));
        Assert.Equal(("Needs attention", "Related: another tool keeps changing it back in Partner Central. Have that tool stopped, or change the field again; otherwise it goes on after a day of quiet."), (plan.Report.Status, plan.Report.Error));
        Assert.Equal(("ours", "theirs", "urgent"), (world.Value(Maps.Related, Place.CoSell), AtAws(world), world.Value(Maps.Comments, Place.PartnerCentral)));
        Assert.Equal(1, world.Written.Count(w => w == $"PartnerCentral:{Maps.Related}"));
        Assert.NotNull(world.Baseline.ToolSince);
    }

    [Fact]
    public void A_row_that_is_set_back_once_gets_its_owner_s_value_again()
    {
        var world = SetBack(times: 1);
        Assert.Equal("ours", AtAws(world));
        Assert.Null(world.Baseline.ToolSince);
    }

    [Fact]
    public void Other_values_than_the_one_before_are_edits_of_people()
    {
        var world = Settled();
        for (var i = 0; i < 4; i++)
        {
            world.Edit(Maps.Related, Place.PartnerCentral, $"new {i}");
            world.Settle();
        }

        Assert.Equal("ours", AtAws(world));
    }

    [Fact]
    public void Set_backs_more_than_a_day_apart_hold_nothing()
    {
        var world = Settled();
        for (var i = 0; i < 4; i++)
        {
            world.Edit(Maps.Related, Place.PartnerCentral, "theirs");
            world.Settle();
            world.Pass(25 * Hour);
        }

        Assert.Equal("ours", AtAws(world));
    }

    [Fact]
    public void After_a_day_of_quiet_the_row_goes_again()
    {
        var world = SetBack(times: 2);
        world.Pass(23 * Hour);
        world.Settle();
        Assert.Equal("theirs", AtAws(world));
        world.Pass(2 * Hour);
        world.Settle();
        Assert.Equal("ours", AtAws(world));
        Assert.Null(world.Baseline.ToolSince);
    }

    [Fact]
    public void A_tool_that_goes_on_keeps_the_row_held()
    {
        var world = SetBack(times: 2);
        world.Pass(20 * Hour);
        world.Edit(Maps.Related, Place.PartnerCentral, "theirs again");
        world.Settle();
        world.Pass(20 * Hour);
        world.Settle();
        Assert.Equal("theirs again", AtAws(world));
        world.Pass(5 * Hour);
        world.Settle();
        Assert.Equal("ours", AtAws(world));
    }

    [Fact]
    public void A_new_edit_where_our_value_came_from_goes_at_once()
    {
        var world = SetBack(times: 2);
        world.Edit(Maps.Related, Place.CoSell, "ours, changed");
        world.Settle();
        Assert.Equal("ours, changed", AtAws(world));
    }

    [Fact]
    public void Who_asks_for_another_try_gets_it()
    {
        var world = SetBack(times: 2);
        world.Retry();
        world.Settle();
        Assert.Equal("ours", AtAws(world));
    }

    [Fact]
    public void A_side_that_comes_to_agree_ends_the_hold()
    {
        var world = SetBack(times: 2);
        world.Edit(Maps.Related, Place.PartnerCentral, "ours");
        Assert.Empty(world.Settle().Holds);
        Assert.Null(world.Baseline.ToolSince);
    }

    [Fact]
    public void Two_tools_that_chase_each_other_are_stopped_on_both_sides()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Comments), "Approved", holdsOtherTools: true);
        world.Edit(Maps.Comments, Place.CoSell, "first");
        world.Settle();
        for (var i = 0; i < 20; i++)
        {
            if (world.Value(Maps.Comments, Place.CoSell) != "in Salesforce") world.Edit(Maps.Comments, Place.CoSell, "in Salesforce");
            world.Settle();
            if (world.Value(Maps.Comments, Place.PartnerCentral) != "first") world.Edit(Maps.Comments, Place.PartnerCentral, "first");
            world.Settle();
        }

        Assert.Equal(("in Salesforce", "first"), (world.Value(Maps.Comments, Place.CoSell), world.Value(Maps.Comments, Place.PartnerCentral)));

        // The first value, the tool's, and the tool's once more after it was set back; and that set-back once in Salesforce.
        Assert.Equal((3, 1), (world.Written.Count(w => w == $"PartnerCentral:{Maps.Comments}"), world.Written.Count(w => w == $"Salesforce:{Maps.Comments}")));
    }

    [Fact]
    public void Where_the_operator_does_not_want_it_nothing_is_held()
    {
        var world = SetBack(times: 5, holdsOtherTools: false);
        Assert.Equal("ours", AtAws(world));
        Assert.Empty(world.Baseline.OurWrites);
    }

    /// <summary>Salesforce owns the row: its value stands at AWS, where another one stood before.</summary>
    private static World Settled(bool holdsOtherTools = true)
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Related, Maps.Comments), "Approved", holdsOtherTools: holdsOtherTools);
        world.Edit(Maps.Related, Place.CoSell, "theirs");
        world.Settle();
        world.Edit(Maps.Related, Place.CoSell, "ours");
        world.Settle();
        world.Written.Clear();
        return world;
    }

    private static World SetBack(int times, bool holdsOtherTools = true)
    {
        var world = Settled(holdsOtherTools);
        for (var i = 0; i < times; i++)
        {
            world.Pass(Hour);
            world.Edit(Maps.Related, Place.PartnerCentral, "theirs");
            world.Settle();
        }

        return world;
    }

    private static string? AtAws(World world) => world.Value(Maps.Related, Place.PartnerCentral);
}
