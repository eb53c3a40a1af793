using System.Globalization;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Reconciliation;

/// <summary>More than 100,000 random cases; LAW_TIMES makes it so many times more. A failing one prints its seed; set it as CsCheck_Seed to see it again.</summary>
public sealed class LawTests
{
    private static readonly long Times = long.TryParse(Environment.GetEnvironmentVariable("LAW_TIMES"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : 1;

    [Fact]
    public void Any_history_comes_to_rest() => Laws.Any_history_comes_to_rest(Rule.Ours, 12_000 * Times);

    [Fact]
    public void Any_history_of_a_following_group_comes_to_rest() => Laws.Any_history_of_a_following_group_comes_to_rest(Rule.Ours, 12_000 * Times);

    [Fact]
    public void Any_history_after_a_pasted_number_comes_to_rest() => Laws.Any_history_after_a_pasted_number_comes_to_rest(Rule.Ours, 12_000 * Times);

    [Fact]
    public void A_one_sided_change_wins_whatever_the_dates() => Laws.A_one_sided_change_wins_whatever_the_dates(Rule.Ours, 8_000 * Times);

    [Fact]
    public void The_later_date_wins_a_conflict() => Laws.The_later_date_wins_a_conflict(Rule.Ours, 8_000 * Times);

    [Fact]
    public void Decided_stays_decided() => Laws.Decided_stays_decided(Rule.Ours, 8_000 * Times);

    [Fact]
    public void Withdrawn_is_no_decision() => Laws.Withdrawn_is_no_decision(Rule.Ours, 8_000 * Times);

    [Fact]
    public void A_lost_receipt_is_harmless() => Laws.A_lost_receipt_is_harmless(Rule.Ours, 8_000 * Times);

    [Fact]
    public void Our_own_write_is_nobodys_edit() => Laws.Our_own_write_is_nobodys_edit(Rule.Ours, 4_000 * Times);

    [Fact]
    public void An_owned_row_never_flows_back() => Laws.An_owned_row_never_flows_back(Rule.Ours, 8_000 * Times);

    [Fact]
    public void A_group_decides_together_and_alone() => Laws.A_group_decides_together_and_alone(Rule.Ours, 6_000 * Times);

    [Fact]
    public void Unknown_writes_nothing() => Laws.Unknown_writes_nothing(Rule.Ours, 6_000 * Times);

    [Fact]
    public void A_target_that_rewrites_is_written_once() => Laws.A_target_that_rewrites_is_written_once(Rule.Ours, 6_000 * Times);

    [Fact]
    public void Looking_again_writes_nothing() => Laws.Looking_again_writes_nothing(Rule.Ours, 4_000 * Times);

    [Fact]
    public void A_lookup_is_no_edit() => Laws.A_lookup_is_no_edit(Rule.Ours, 6_000 * Times);

    [Fact]
    public void No_round_trip_flips_a_picklist_value() => Laws.No_round_trip_flips_a_picklist_value(Rule.Ours, 6_000 * Times);

    [Fact]
    public void A_picklist_puts_what_it_gets() => Laws.A_picklist_puts_what_it_gets(10_000);

    [Fact]
    public void Members_outside_the_map_stay() => Laws.Members_outside_the_map_stay(20_000);
}
