namespace SyncWorker.Tests.EditabilityCells;

/// <summary>What waited goes when the lock opens: all of it, at once, and nothing else.</summary>
public sealed class WaitingTests
{
    // What ends the sale, or goes with the submission, is no change of an open deal.
    private static readonly IReadOnlyList<FieldEdit> Edits = [.. FieldEdits.All.Where(e => e.Member is not ("LifeCycle.Stage" or "LifeCycle.ClosedLostReason" or "Marketing.Source" or "NationalSecurity" or "Project.ExpectedCustomerSpend.CurrencyCode"))];

    [Theory]
    [InlineData("Submitted")]
    [InlineData("In review")]
    public async Task What_waits_for_the_review_goes_by_itself_after_the_approval(string state)
    {
        await using var world = await EditedWorld.InAsync(state);
        Assert.Empty(await world.EditAllAsync(Edits));
        if (state == "Submitted") Assert.Empty(await world.ReviewAsync("In review"));

        var sent = await world.ReviewAsync("Approved");

        // One update a deal, an association each, and the contact of the first deal.
        Assert.Equal(["AssignOpportunity", .. Enumerable.Repeat("AssociateOpportunity", 6), "UpdateOpportunity", "UpdateOpportunity"], sent.Order(StringComparer.Ordinal));
        Assert.All(Edits, edit => Assert.Equal((edit.Member, Becomes(edit, "Approved") == "sent"), (edit.Member, world.Seen(edit).Held == edit.Value)));
    }

    [Fact]
    public async Task What_waits_for_the_tick_goes_in_one_update_a_deal_when_it_is_set()
    {
        await using var world = await EditedWorld.InAsync("Action Required");
        Assert.Empty(await world.EditAllAsync(Edits));

        Assert.Equal(["UpdateOpportunity", "UpdateOpportunity"], await world.TickAsync());

        Assert.All(Edits, edit => Assert.Equal((edit.Member, Becomes(edit, "Action Required, ticked") == "sent"), (edit.Member, world.Seen(edit).Held == edit.Value)));
    }

    private static string Becomes(FieldEdit edit, string state) => Matrix.Cells.Single(c => c.Member == edit.Member && c.State == state).Becomes;
}
