using CsCheck;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Reconciliation;

/// <summary>The laws are only worth what they catch.</summary>
public sealed class FaultTests
{
    // The first case that a fault spoils ends the check; the rarest shows itself in one case of some hundreds.
    private const long Cases = 20_000;

    public static TheoryData<string, string> CaughtBy { get; } = new()
    {
        { "The last writer wins the whole record", nameof(Laws.A_one_sided_change_wins_whatever_the_dates) },
        { "Delivery is accounted for before the write", nameof(Laws.A_lost_receipt_is_harmless) },
        { "The loser is not journaled", nameof(Laws.The_later_date_wins_a_conflict) },
        { "An owned row flows back", nameof(Laws.An_owned_row_never_flows_back) },
        { "An owned row is anybody's", nameof(Laws.An_owned_row_never_flows_back) },
        { "Unknown is read as empty", nameof(Laws.Unknown_writes_nothing) },
        { "A decision is not remembered", nameof(Laws.Decided_stays_decided) },
        { "A decision is never withdrawn", nameof(Laws.Withdrawn_is_no_decision) },
        { "What was sent is taken for what is held", nameof(Laws.A_target_that_rewrites_is_written_once) },
        { "Only mapped members are sent", nameof(Laws.Any_history_comes_to_rest) },
        { "A group is split", nameof(Laws.A_group_decides_together_and_alone) },
        { "A list is one value", nameof(Laws.Any_history_comes_to_rest) },
        { "Only canonical values are compared", nameof(Laws.Looking_again_writes_nothing) },
        { "The earlier date wins", nameof(Laws.The_later_date_wins_a_conflict) },
        { "Ties go the other way", nameof(Laws.The_later_date_wins_a_conflict) },
        { "What was sent is not remembered", nameof(Laws.A_target_that_rewrites_is_written_once) },
        { "The nonce is not looked at", nameof(Laws.A_lost_receipt_is_harmless) },
        { "A write in flight is forgotten", nameof(Laws.Any_history_comes_to_rest) },
        { "Our own write counts as somebody's edit", nameof(Laws.Our_own_write_is_nobodys_edit) },
        { "A review is not waited for", nameof(Laws.Decided_stays_decided) },
        { "A new lookup is an edit", nameof(Laws.A_lookup_is_no_edit) },
        { "Nothing is ever accounted for", nameof(Laws.A_one_sided_change_wins_whatever_the_dates) },
    };

    [Theory]
    [MemberData(nameof(CaughtBy))]
    public void Each_fault_is_caught_by_a_law(string fault, string law)
    {
        var check = typeof(Laws).GetMethod(law)!.CreateDelegate<Action<Rule, long>>();

        Assert.Throws<CsCheckException>(() => check(Faults.ByName[fault], Cases));
    }

    [Fact]
    public void Every_fault_is_tried() => Assert.Equal(Faults.ByName.Keys.Order(), CaughtBy.Select(row => (string)row[0]).Order());
}
