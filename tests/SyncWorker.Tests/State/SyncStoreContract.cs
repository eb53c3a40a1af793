using Microsoft.Extensions.Time.Testing;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.State;

namespace SyncWorker.Tests.State;

/// <summary>What every store must do, whatever it keeps its rows in.</summary>
public abstract class SyncStoreContract : StoreOwnerContract
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    private DateTimeOffset Now => _clock.GetUtcNow();

    [Fact]
    public async Task A_new_link_is_known_by_each_of_its_identities_and_is_not_due()
    {
        var link = new Link { Id = "a", RecordId = "r1", OpportunityId = "O1", InvitationId = "engi-1", MappedObjectId = "006", SubmittedAt = "2026-11-23T09:00:00.123Z", InvitationStatus = "PENDING" };
        Assert.Equal(link, (await Store.AddAsync(link, default)).Link);
        Assert.Equal(link, (await Store.GetAsync("a", default))!.Link);
        Assert.Equal(link, (await Store.FindByRecordAsync("r1", default))!.Link);
        Assert.Equal(link, (await Store.FindByOpportunityAsync("O1", default))!.Link);
        Assert.Equal(link, (await Store.FindByInvitationAsync("engi-1", default))!.Link);
        Assert.Equal(link, (await Store.FindByMappedObjectAsync("006", default))!.Link);
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task What_nobody_added_is_not_found()
    {
        await AddAsync("a");
        Assert.Null(await Store.GetAsync("b", default));
        Assert.Null(await Store.FindByRecordAsync("a", default));
        Assert.Null(await Store.FindByOpportunityAsync("a", default));
        Assert.Null(await Store.FindByInvitationAsync("a", default));
        Assert.Null(await Store.FindByMappedObjectAsync("a", default));
    }

    [Theory]
    [InlineData("a", null, null, null)]
    [InlineData("b", "r1", null, null)]
    [InlineData("b", null, "O1", null)]
    [InlineData("b", null, null, "engi-1")]
    public async Task A_second_link_of_one_identity_is_refused_for_the_first(string id, string? record, string? opportunity, string? invitation)
    {
        var first = new Link { Id = "a", RecordId = "r1", OpportunityId = "O1", InvitationId = "engi-1" };
        await Store.AddAsync(first, default);
        var answer = await Store.AddAsync(new Link { Id = id, RecordId = record, OpportunityId = opportunity, InvitationId = invitation }, default);
        Assert.Equal(first, answer.Link);
        Assert.Single(await Store.LinksAsync(default));
    }

    [Fact]
    public async Task A_referral_is_open_until_it_is_answered_and_what_its_acceptance_made_is_known()
    {
        foreach (var (id, status) in new[] { ("waits", "PENDING"), ("accepting", "ACCEPTED"), ("accepted", "ACCEPTED"), ("rejected", "REJECTED") })
            await Store.AddAsync(new Link { Id = id, InvitationId = "engi-" + id, InvitationStatus = status, OpportunityId = id == "accepting" ? "O1" : null }, default);
        await AddAsync("other");
        var accepting = (await Store.GetAsync("accepting", default))!;
        await Store.RememberAsync(accepting.Link, accepting.Baseline with { Intent = new Intent { Kind = StepKind.Accept, Token = "t", Body = "{}" } }, [], default);
        Assert.Equal(["waits", "accepting", "accepted"], (await Store.OpenReferralsAsync(default)).Select(l => l.Link.Id));

        await Store.RememberAsync(accepting.Link, Baseline.Never, [], default);
        await Store.RememberAsync((await Store.GetAsync("accepted", default))!.Link with { OpportunityId = "O2" }, Baseline.Never, [], default);
        Assert.Equal(["waits"], (await Store.OpenReferralsAsync(default)).Select(l => l.Link.Id));
    }

    [Fact]
    public async Task An_opportunity_that_carries_an_id_belongs_to_the_oldest_link_of_that_id_that_has_none_yet()
    {
        await Store.AddAsync(new Link { Id = "done", RecordId = "r1", MappedObjectId = "006", OpportunityId = "O1" }, default);
        await Store.AddAsync(new Link { Id = "second", RecordId = "r2", MappedObjectId = "006" }, default);
        await Store.AddAsync(new Link { Id = "third", RecordId = "r3", MappedObjectId = "006" }, default);
        Assert.Equal("second", (await Store.FindUnfinishedAsync("006", default))!.Link.Id);
        Assert.Equal("third", (await Store.FindUnfinishedAsync("r3", default))!.Link.Id);
        Assert.Null(await Store.FindUnfinishedAsync("r1", default));

        await Store.RememberAsync((await Store.GetAsync("third", default))!.Link, Baseline.Never with { Intent = new Intent { Kind = StepKind.CreateOpportunity, Token = "t", Body = "{}", Identifier = "006" } }, [], default);
        Assert.Equal("third", (await Store.FindUnfinishedAsync("006", default))!.Link.Id);
    }

    [Theory]
    [InlineData("REJECTED", false, null, null)]
    [InlineData("EXPIRED", false, null, null)]
    [InlineData("PENDING", false, "a", "a")]
    [InlineData(null, true, "a", null)]
    [InlineData(null, false, "a", "a")]
    public async Task A_deal_that_is_over_without_an_opportunity_takes_none(string? invitation, bool isDeleted, string? shares, string? takes)
    {
        await Store.AddAsync(new Link { Id = "a", RecordId = "r1", MappedObjectId = "006", InvitationId = invitation is null ? null : "engi-1", InvitationStatus = invitation, IsRecordDeleted = isDeleted }, default);
        Assert.Equal(shares, (await Store.FindByMappedObjectAsync("006", default))?.Link.Id);
        Assert.Equal(takes, (await Store.FindUnfinishedAsync("006", default))?.Link.Id);
        Assert.Equal(takes, (await Store.FindUnfinishedAsync("r1", default))?.Link.Id);

        await Store.RememberAsync((await Store.GetAsync("a", default))!.Link, Baseline.Never with { Intent = new Intent { Kind = StepKind.CreateOpportunity, Token = "t", Body = "{}", Identifier = "006" } }, [], default);
        Assert.Equal("a", (await Store.FindUnfinishedAsync("006", default))?.Link.Id);
    }

    [Fact]
    public async Task A_create_under_way_is_seen_by_the_other_links_of_its_Opportunity_alone()
    {
        foreach (var (id, opportunity) in new[] { ("a", "006"), ("b", "006"), ("c", "007") }) await Store.AddAsync(new Link { Id = id, MappedObjectId = opportunity }, default);
        await Store.RememberAsync((await Store.GetAsync("a", default))!.Link, Baseline.Never with { Intent = new Intent { Kind = StepKind.CreateOpportunity, Token = "t", Body = "{}", Identifier = "006" } }, [], default);
        Assert.True(await Store.IsCreatingAsync("006", "b", default));
        Assert.False(await Store.IsCreatingAsync("006", "a", default));
        Assert.False(await Store.IsCreatingAsync("007", "c", default));
    }

    [Fact]
    public async Task An_open_opportunity_is_found_by_its_mapped_object_or_its_website_and_a_closed_one_is_not()
    {
        await Store.NoteAsync([new("O1", "006000000000001", "contoso.com", true), new("O2", null, "contoso.com", true), new("O3", "006000000000001", null, false), new("O4", null, null, true)], default);
        Assert.Equal(["O1"], (await Store.OpenOpportunitiesAsync("006000000000001", null, default)).Select(o => o.Id));
        Assert.Equal(["O1", "O2"], (await Store.OpenOpportunitiesAsync("006000000000009", "contoso.com", default)).Select(o => o.Id));

        await Store.NoteAsync([new("O1", "006000000000001", "contoso.com", false)], default);
        Assert.Equal([new KnownOpportunity("O2", null, "contoso.com", true)], await Store.OpenOpportunitiesAsync("006000000000001", "contoso.com", default));
    }

    [Fact]
    public async Task Of_two_links_of_one_mapped_object_the_older_is_found()
    {
        await Store.AddAsync(new Link { Id = "z", RecordId = "r1", MappedObjectId = "006" }, default);
        await Store.AddAsync(new Link { Id = "a", RecordId = "r2", MappedObjectId = "006" }, default);
        Assert.Equal("z", (await Store.FindByMappedObjectAsync("006", default))!.Link.Id);
        Assert.Equal(["z", "a"], (await Store.LinksAsync(default)).Select(l => l.Link.Id));
    }

    [Fact]
    public async Task Each_link_comes_once_and_the_oldest_first_however_many_there_are_and_whatever_the_reader_writes()
    {
        string[] ids = [.. Enumerable.Range(0, 230).Select(i => $"{i * 7 % 230}")];
        foreach (var id in ids) await Store.AddAsync(new Link { Id = id }, default);
        var read = new List<string>();
        await foreach (var link in Store.EachLinkAsync(default))
        {
            read.Add(link.Link.Id);
            if (read.Count % 50 == 0) await MarkAsync(link.Link.Id);
        }

        Assert.Equal(ids, read);
    }

    [Fact]
    public async Task Ids_that_differ_by_case_alone_are_two()
    {
        await Store.AddAsync(new Link { Id = "a", RecordId = "a0Xaaa" }, default);
        await Store.AddAsync(new Link { Id = "b", RecordId = "a0XAAA" }, default);
        Assert.Equal("b", (await Store.FindByRecordAsync("a0XAAA", default))!.Link.Id);
    }

    [Fact]
    public async Task A_mark_made_while_settling_is_not_lost()
    {
        await AddAsync("a");
        await MarkAsync("a");
        var read = Assert.Single(await StatesAsync());
        await MarkAsync("a");
        await Store.ClearAsync("a", read.Due, default);
        Assert.Equal(["a"], await DueAsync());
    }

    [Fact]
    public async Task A_mark_made_while_settling_keeps_its_priority()
    {
        await AddAsync("b", "a");
        await MarkAsync("a");
        var read = Assert.Single(await StatesAsync());
        await MarkAsync("a", priority: 2);
        await MarkAsync("b");
        await Store.ClearAsync("a", read.Due, default);
        Assert.Equal(["a", "b"], await DueAsync());
    }

    [Fact]
    public async Task What_is_cleared_is_not_due_and_its_priority_is_used_up()
    {
        await AddAsync("a", "b");
        await MarkAsync("a", priority: 2);
        await Store.ClearAsync("a", (await Store.GetAsync("a", default))!.Due, default);
        Assert.Empty(await DueAsync());
        await MarkAsync("b", priority: 1);
        await MarkAsync("a");
        Assert.Equal(["b", "a"], await DueAsync());
    }

    [Fact]
    public async Task A_late_clear_of_older_marks_takes_no_newer_clear_back()
    {
        await AddAsync("a");
        await MarkAsync("a");
        await MarkAsync("a");
        await Store.ClearAsync("a", 2, default);
        await Store.ClearAsync("a", 1, default);
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task The_highest_priority_goes_first_and_a_sweep_goes_last()
    {
        await AddAsync("sweep", "edit", "submission", "referral");
        await Store.MarkAsync([new Mark("sweep", -1), new Mark("edit", 0), new Mark("submission", 1), new Mark("referral", 2)], default);
        Assert.Equal(["referral", "submission", "edit", "sweep"], await DueAsync());
    }

    [Fact]
    public async Task A_lower_mark_does_not_lower_a_priority()
    {
        await AddAsync("a", "b");
        await MarkAsync("b", priority: 1);
        await MarkAsync("a", priority: 2);
        await MarkAsync("a", priority: -1);
        Assert.Equal(["a", "b"], await DueAsync());
    }

    [Fact]
    public async Task Of_one_priority_what_has_waited_longest_goes_first()
    {
        await AddAsync("young", "old");
        await MarkAsync("old");
        await MarkAsync("young");
        await MarkAsync("old");
        Assert.Equal(["old", "young"], await DueAsync());
    }

    [Fact]
    public async Task Deals_that_stay_open_do_not_starve_the_others()
    {
        await AddAsync("open", "other");
        await MarkAsync("open");
        await MarkAsync("other");
        await Store.DelayAsync("open", 0, Now, default);
        Assert.Equal("other", Assert.Single(await StatesAsync(max: 1)).Link.Id);
    }

    [Fact]
    public async Task What_is_put_off_is_due_at_its_time_and_not_before()
    {
        await AddAsync("a");
        await MarkAsync("a");
        await Store.DelayAsync("a", 3, Now + TimeSpan.FromSeconds(5), default);
        _clock.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromTicks(1));
        Assert.Empty(await DueAsync());
        _clock.Advance(TimeSpan.FromTicks(1));
        var due = Assert.Single(await StatesAsync());
        Assert.Equal((3, Now), (due.Failures, due.NotBefore));
    }

    [Fact]
    public async Task What_somebody_edits_waits_no_longer_for_its_next_try_and_what_a_sweep_marks_does()
    {
        await AddAsync("edited");
        await AddAsync("swept");
        await Store.MarkAsync([new Mark("edited", 0), new Mark("swept", 0)], default);
        await Store.DelayAsync("edited", 3, Now + TimeSpan.FromHours(1), default);
        await Store.DelayAsync("swept", 3, Now + TimeSpan.FromHours(1), default);
        await Store.MarkAsync([new Mark("edited", 0), new Mark("swept", -1)], default);
        Assert.Equal(["edited"], await DueAsync());
        Assert.Equal(3, (await Store.GetAsync("edited", default))!.Failures);
    }

    [Fact]
    public async Task A_settle_that_succeeds_forgives_the_failures_before()
    {
        await AddAsync("a");
        await MarkAsync("a");
        await Store.DelayAsync("a", 3, Now + TimeSpan.FromHours(1), default);
        await Store.ClearAsync("a", 1, default);
        await MarkAsync("a");
        var due = Assert.Single(await StatesAsync());
        Assert.Equal((0, null), (due.Failures, due.NotBefore));
    }

    [Fact]
    public async Task What_fails_by_itself_is_counted_and_parked_until_news_or_a_person_ask_for_a_try()
    {
        await AddAsync("a");
        await MarkAsync("a");
        await Store.FailAsync("a", 3, Now, Now + TimeSpan.FromSeconds(5), default);
        var failing = (await Store.GetAsync("a", default))!;
        Assert.Equal((3, 1, null), (failing.Failures, failing.OwnFailures, failing.ParkedAt));
        var parkedAt = Now;
        await Store.FailAsync("a", 4, Now, null, default);
        _clock.Advance(TimeSpan.FromDays(1000));
        await MarkAsync("a", priority: -1);
        Assert.Empty(await DueAsync());
        Assert.Equal(1, await Store.DueCountAsync(default));

        await MarkAsync("a");
        var tried = Assert.Single(await StatesAsync());
        Assert.Equal((4, 2, parkedAt), (tried.Failures, tried.OwnFailures, tried.ParkedAt));
        await Store.FailAsync("a", 5, Now, null, default);
        Assert.Empty(await DueAsync());
        Assert.Equal(parkedAt, (await Store.GetAsync("a", default))!.ParkedAt);

        Assert.Equal(["a"], await Store.AskAsync("a", default));
        var asked = Assert.Single(await StatesAsync());
        Assert.Equal((0, 0, null, true), (asked.Failures, asked.OwnFailures, asked.ParkedAt, asked.IsAsked));
        await Store.BeginAskedAsync("a", default);
        Assert.False(Assert.Single(await StatesAsync()).IsAsked);
    }

    [Fact]
    public async Task A_try_that_fails_after_a_person_asked_for_another_one_takes_nothing_from_that()
    {
        await AddAsync("a", "b");
        await MarkAsync("a");
        await MarkAsync("b");
        await Store.AskAsync("a", default);
        await Store.AskAsync("b", default);
        await Store.FailAsync("a", 5, Now, null, default);
        await Store.DelayAsync("b", 1, Now + TimeSpan.FromHours(1), default);
        Assert.Equal(["a", "b"], (await DueAsync()).Order(StringComparer.Ordinal));
        Assert.All(await StatesAsync(), s => Assert.Equal((0, 0, null, null, true), (s.Failures, s.OwnFailures, s.ParkedAt, s.NotBefore, s.IsAsked)));
    }

    [Fact]
    public async Task A_settle_that_succeeds_ends_the_parking()
    {
        await AddAsync("a");
        await MarkAsync("a");
        await Store.FailAsync("a", 5, Now, null, default);
        await MarkAsync("a");
        await Store.ClearAsync("a", 2, default);
        var state = (await Store.GetAsync("a", default))!;
        Assert.Equal((0, 0, null, null), (state.Failures, state.OwnFailures, state.ParkedAt, state.NotBefore));
    }

    [Fact]
    public async Task Whoever_asks_for_all_gets_what_fails_what_is_parked_and_what_another_tool_keeps_changing()
    {
        await AddAsync("fine", "fails", "parked", "tool");
        await Store.MarkAsync([new Mark("fails", 0), new Mark("parked", 0)], default);
        await Store.DelayAsync("fails", 1, Now + TimeSpan.FromHours(1), default);
        await Store.FailAsync("parked", 5, Now, null, default);
        await Store.RememberAsync(new Link { Id = "tool" }, Baseline.Never with { ToolSince = Now }, [], default);
        Assert.Equal(["fails", "parked", "tool"], (await Store.AskAsync(null, default)).Order(StringComparer.Ordinal));
        Assert.Equal(["fails", "parked", "tool"], (await DueAsync()).Order(StringComparer.Ordinal));
        Assert.Empty(await Store.AskAsync("gone", default));
        Assert.Equal(["fine"], await Store.AskAsync("fine", default));
    }

    [Fact]
    public async Task The_links_that_another_tool_keeps_changing_are_counted_since_a_time()
    {
        await AddAsync("a", "b", "c");
        await Store.RememberAsync(new Link { Id = "a" }, Baseline.Never with { ToolSince = Now }, [], default);
        await Store.RememberAsync(new Link { Id = "b" }, Baseline.Never with { ToolSince = Now + TimeSpan.FromHours(1) }, [], default);
        Assert.Equal((2, 1, 0), (await Store.ToolsCountAsync(Now, default), await Store.ToolsCountAsync(Now + TimeSpan.FromMinutes(1), default), await Store.ToolsCountAsync(Now + TimeSpan.FromHours(2), default)));
    }

    [Fact]
    public async Task A_wake_looks_again_at_what_waits_and_leaves_what_failed_to_its_next_try()
    {
        await AddAsync("waits", "fails", "parked");
        await Store.MarkAsync([new Mark("waits", 0), new Mark("fails", 0), new Mark("parked", 0)], default);
        await Store.DelayAsync("waits", 0, Now + TimeSpan.FromHours(1), default);
        await Store.DelayAsync("fails", 1, Now + TimeSpan.FromHours(1), default);
        await Store.FailAsync("parked", 5, Now, null, default);
        await Store.WakeAsync(default);
        Assert.Equal(["waits"], await DueAsync());
    }

    [Fact]
    public async Task Links_are_counted_by_the_side_that_has_their_record()
    {
        await Store.AddAsync(new Link { Id = "a", RecordId = "r1", OpportunityId = "O1" }, default);
        await Store.AddAsync(new Link { Id = "b", RecordId = "r2" }, default);
        await Store.AddAsync(new Link { Id = "c", OpportunityId = "O3" }, default);
        await Store.AddAsync(new Link { Id = "d", RecordId = "r4" }, default);
        Assert.Equal((3, 2), (await Store.CountAsync(Side.Salesforce, default), await Store.CountAsync(Side.PartnerCentral, default)));
    }

    [Fact]
    public async Task The_map_and_the_releases_of_a_connection_are_remembered()
    {
        await Store.ChangeConnectionAsync(c => c with { Map = "abc", Released = c.Released.SetItem(BrakeKind.ManyBlanks, Now) }, default);
        var read = await Store.ConnectionAsync(default);
        Assert.Equal(("abc", Now), (read.Map, read.Released[BrakeKind.ManyBlanks]));
        Assert.Single(read.Released);
    }

    [Fact]
    public async Task No_more_is_due_at_once_than_was_asked_for()
    {
        await AddAsync("a", "b", "c");
        await Store.MarkAsync([new Mark("a", 0), new Mark("b", 0), new Mark("c", 0)], default);
        Assert.Equal(["a", "b"], (await StatesAsync(max: 2)).Select(s => s.Link.Id));
    }

    [Fact]
    public async Task Identities_baseline_and_journal_are_remembered_and_the_marks_stay()
    {
        await AddAsync("a");
        await MarkAsync("a");
        var link = new Link { Id = "a", RecordId = "r1", OpportunityId = "O1" };
        await Store.RememberAsync(link, Baseline.Never with { Sequence = 7, News = "news" }, [Line("a", "write")], default);
        var state = (await Store.FindByOpportunityAsync("O1", default))!;
        Assert.Equal((link, 7, "news"), (state.Link, state.Baseline.Sequence, state.Baseline.News));
        Assert.Single(await Store.JournalAsync("a", default));
        Assert.Equal(["a"], await DueAsync());
    }

    [Fact]
    public async Task Remembering_fails_whole_where_another_link_has_the_identity()
    {
        await Store.AddAsync(new Link { Id = "a", OpportunityId = "O1" }, default);
        await Store.AddAsync(new Link { Id = "b" }, default);
        await Assert.ThrowsAnyAsync<Exception>(() => Store.RememberAsync(new Link { Id = "b", RecordId = "r1", OpportunityId = "O1" }, Baseline.Never with { Sequence = 7 }, [Line("b", "write")], default));
        var b = (await Store.GetAsync("b", default))!;
        Assert.Equal((new Link { Id = "b" }, 0), (b.Link, b.Baseline.Sequence));
        Assert.Null(await Store.FindByRecordAsync("r1", default));
        Assert.Empty(await Store.JournalAsync(null, default));
    }

    [Fact]
    public async Task An_opportunity_is_handed_over_from_one_link_to_another()
    {
        await Store.AddAsync(new Link { Id = "a", OpportunityId = "O1", MappedObjectId = "006" }, default);
        await Store.RememberAsync(new Link { Id = "a", OpportunityId = "O1", MappedObjectId = "006" }, Baseline.Never with { Sequence = 3 }, [], default);
        await Store.AddAsync(new Link { Id = "b", RecordId = "r1" }, default);
        await Store.HandOverAsync(new Link { Id = "a" }, new Link { Id = "b", RecordId = "r1", OpportunityId = "O1" }, Baseline.Never with { Sequence = 7 }, default);
        var (a, b) = ((await Store.GetAsync("a", default))!, (await Store.FindByOpportunityAsync("O1", default))!);
        Assert.Equal((new Link { Id = "a" }, 3), (a.Link, a.Baseline.Sequence));
        Assert.Equal((new Link { Id = "b", RecordId = "r1", OpportunityId = "O1" }, 7), (b.Link, b.Baseline.Sequence));
        Assert.Null(await Store.FindByMappedObjectAsync("006", default));
    }

    [Fact]
    public async Task An_opportunity_that_cannot_be_handed_over_stays_where_it_is()
    {
        await Store.AddAsync(new Link { Id = "a", OpportunityId = "O1" }, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.HandOverAsync(new Link { Id = "a" }, new Link { Id = "b", OpportunityId = "O1" }, Baseline.Never, default));
        Assert.Equal("a", (await Store.FindByOpportunityAsync("O1", default))!.Link.Id);
    }

    [Fact]
    public async Task Nothing_is_remembered_of_a_link_that_was_never_added()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.RememberAsync(new Link { Id = "a" }, Baseline.Never, [Line("a", "write")], default));
        Assert.Empty(await Store.JournalAsync(null, default));
    }

    [Fact]
    public async Task The_journal_is_read_oldest_first_of_one_link_or_of_all()
    {
        await AddAsync("a", "b");
        var (first, second, third) = (Line("a", "decision"), Line("b", "write"), Line("a", "loser", "Sale Stage", "7f3a"));
        await Store.RememberAsync(new Link { Id = "a" }, Baseline.Never, [first], default);
        await Store.RememberAsync(new Link { Id = "b" }, Baseline.Never, [second], default);
        await Store.RememberAsync(new Link { Id = "a" }, Baseline.Never, [third], default);
        Assert.Equal([first with { Number = 1 }, third with { Number = 3 }], await Store.JournalAsync("a", default));
        Assert.Equal([first with { Number = 1 }, second with { Number = 2 }, third with { Number = 3 }], await Store.JournalAsync(null, default));
    }

    [Fact]
    public async Task A_line_of_the_journal_is_found_by_its_number_and_by_its_reference()
    {
        await AddAsync("a", "b");
        await Store.AppendAsync([Line("a", "loser", "Sale Stage", "7f3a00"), Line("b", "loser", "Sale Stage", "000002"), Line("a", "write")], default);
        await Store.AppendAsync([Line("a", "loser", "Next Step", "7f3a00")], default);
        Assert.Equal([2], await NumbersAsync(2, null));
        Assert.Equal([1, 4], await NumbersAsync(null, "7f3a00"));
        Assert.Equal([2, 3], await NumbersAsync(3, "000002"));
        Assert.Empty(await NumbersAsync(5, "ffffff"));
    }

    [Fact]
    public async Task Adding_to_the_journal_leaves_the_link_as_it_is()
    {
        await AddAsync("a");
        await Store.RememberAsync(new Link { Id = "a", RecordId = "r1" }, Baseline.Never with { Sequence = 7 }, [], default);
        await Store.AppendAsync([Line("a", "restore")], default);
        var state = (await Store.GetAsync("a", default))!;
        Assert.Equal(("r1", 7), (state.Link.RecordId, state.Baseline.Sequence));
    }

    [Fact]
    public async Task What_is_remembered_of_a_link_is_changed_as_it_stands_and_its_marks_stay()
    {
        await AddAsync("a");
        await MarkAsync("a");
        await Store.RememberAsync(new Link { Id = "a", RecordId = "r1" }, Baseline.Never with { Sequence = 7, News = "news" }, [], default);
        await Store.ChangeBaselineAsync("a", b => b with { Sequence = b.Sequence + 1 }, [Line("a", "audit")], default);
        var state = (await Store.GetAsync("a", default))!;
        Assert.Equal(("r1", 8, "news"), (state.Link.RecordId, state.Baseline.Sequence, state.Baseline.News));
        Assert.Single(await Store.JournalAsync("a", default));
        Assert.Equal(["a"], await DueAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.ChangeBaselineAsync("b", b => b, [Line("b", "audit")], default));
        Assert.Empty(await Store.JournalAsync("b", default));
    }

    private async Task<IEnumerable<long>> NumbersAsync(long? number, string? reference) => (await Store.FindJournalAsync(number, reference, default)).Select(j => j.Number);

    [Fact]
    public async Task A_watermark_stays_exactly_as_its_side_wrote_it()
    {
        Assert.Null(await Store.WatermarkAsync("records", default));
        await Store.MoveWatermarkAsync("records", "2026-11-23T09:00:00.000+0000", default);
        await Store.MoveWatermarkAsync("opportunities", "1 ", default);
        await Store.MoveWatermarkAsync("records", "2026-11-23T09:00:01.000+0000", default);
        Assert.Equal("2026-11-23T09:00:01.000+0000", await Store.WatermarkAsync("records", default));
        Assert.Equal("1 ", await Store.WatermarkAsync("opportunities", default));
    }

    [Fact]
    public async Task One_org_is_remembered_the_last()
    {
        Assert.Null(await Store.OrgAsync(default));
        await Store.RememberOrgAsync("00D000000000001EAA", default);
        Assert.Equal("00D000000000001EAA", await Store.OrgAsync(default));
        await Store.RememberOrgAsync("00D000000000002EAA", default);
        Assert.Equal("00D000000000002EAA", await Store.OrgAsync(default));
    }

    [Fact]
    public async Task A_new_connection_observes_and_what_is_changed_of_it_is_remembered()
    {
        Assert.Equal((false, null), ((await Store.ConnectionAsync(default)).IsLive, (await Store.ConnectionAsync(default)).Brake));

        var brake = new Brake(BrakeKind.ManyChanges, "60 of 100 changed", Now);
        var changed = await Store.ChangeConnectionAsync(c => c with { IsLive = true, LiveSince = Now, Only = ["O1", "O2"], Brake = brake }, default);
        var read = await Store.ConnectionAsync(default);
        foreach (var state in new[] { changed, read }) Assert.Equal((true, Now, brake, "O1 O2"), (state.IsLive, state.LiveSince!.Value, state.Brake!, string.Join(' ', state.Only)));

        await Store.ChangeConnectionAsync(c => c with { Brake = null }, default);
        Assert.Equal((true, null), ((await Store.ConnectionAsync(default)).IsLive, (await Store.ConnectionAsync(default)).Brake));
    }

    [Fact]
    public async Task What_was_put_off_without_a_failure_is_looked_at_again_even_by_a_sweep()
    {
        await AddAsync("waits", "fails");
        await Store.MarkAsync([new Mark("waits", 0), new Mark("fails", 0)], default);
        await Store.DelayAsync("waits", 0, Now + TimeSpan.FromHours(1), default);
        await Store.DelayAsync("fails", 1, Now + TimeSpan.FromHours(1), default);
        Assert.Empty(await DueAsync());
        await Store.MarkAsync([new Mark("waits", -1), new Mark("fails", -1)], default);
        Assert.Equal(["waits"], await DueAsync());
    }

    [Fact]
    public async Task What_is_put_off_counts_as_due()
    {
        await AddAsync("a", "b", "c");
        await Store.MarkAsync([new Mark("a", 0), new Mark("b", 0)], default);
        await Store.DelayAsync("b", 1, Now + TimeSpan.FromHours(1), default);
        Assert.Equal(2, await Store.DueCountAsync(default));
    }

    [Fact]
    public async Task Calls_are_counted_by_quota_and_minute_and_old_minutes_are_forgotten()
    {
        var (first, second) = (Now, Now + TimeSpan.FromMinutes(1));
        await Store.CountCallsAsync("writes", [new CallCount(first, 10)], first, default);
        await Store.CountCallsAsync("reads", [new CallCount(first, 100)], first, default);
        await Store.CountCallsAsync("writes", [new CallCount(second, 10), new CallCount(first, -3)], first, default);
        Assert.Equal([new CallCount(first, 7), new CallCount(second, 10)], await Store.CallsAsync("writes", default));
        Assert.Equal([new CallCount(first, 100)], await Store.CallsAsync("reads", default));
        await Store.CountCallsAsync("writes", [], second, default);
        Assert.Equal([new CallCount(second, 10)], await Store.CallsAsync("writes", default));
        Assert.Equal([new CallCount(first, 100)], await Store.CallsAsync("reads", default));
        Assert.Empty(await Store.CallsAsync("other", default));
    }

    [Fact]
    public async Task Marking_nothing_or_a_link_that_is_gone_is_harmless()
    {
        await Store.MarkAsync([], default);
        await MarkAsync("gone");
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task A_connection_that_is_limited_to_named_deals_takes_no_others()
    {
        await Store.AddAsync(new Link { Id = "a", OpportunityId = "O1" }, default);
        await Store.AddAsync(new Link { Id = "b", OpportunityId = "O2" }, default);
        await AddAsync("draft");
        await Store.MarkAsync([new Mark("a", 0), new Mark("b", 0), new Mark("draft", 2)], default);
        Assert.Equal("b", Assert.Single(await Store.DueAsync(Now, 100, ["O2", "O9"], default)).Link.Id);
        Assert.Equal(["draft", "a", "b"], await DueAsync());
    }

    private async Task AddAsync(params string[] ids)
    {
        foreach (var id in ids) await Store.AddAsync(new Link { Id = id }, default);
    }

    private Task MarkAsync(string id, int priority = 0) => Store.MarkAsync([new Mark(id, priority)], default);

    private Task<IReadOnlyList<LinkState>> StatesAsync(int max = 100) => Store.DueAsync(Now, max, [], default);

    private async Task<IEnumerable<string>> DueAsync() => (await StatesAsync()).Select(s => s.Link.Id);

    private JournalRecord Line(string link, string kind, string? row = null, string? reference = null) => new(Now, link, kind, row, """{"Value":"ü"}""", reference);
}
