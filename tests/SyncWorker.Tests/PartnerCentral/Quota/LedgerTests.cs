using Microsoft.Extensions.Time.Testing;
using SyncWorker.PartnerCentral.Quota;
using SyncWorker.Tests.State;

namespace SyncWorker.Tests.PartnerCentral.Quota;

public sealed class LedgerTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 30, TimeSpan.Zero);
    private static readonly DateTimeOffset RolledOut = new(2026, 11, 24, 9, 1, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly MemoryStore _store = new();
    private readonly Ledger _ledger;

    public LedgerTests() => _ledger = Open();

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public async Task There_is_room_up_to_the_limit()
    {
        await CountAsync(9);
        Assert.Null(await RoomAsync(10));
        await CountAsync(1);
        Assert.NotNull(await RoomAsync(10));
    }

    [Fact]
    public async Task Room_comes_when_the_whole_minute_of_the_oldest_call_is_24_hours_old()
    {
        await CountAsync(10);
        Assert.Equal(RolledOut, await RoomAsync(10));
        _clock.SetUtcNow(RolledOut - TimeSpan.FromTicks(1));
        Assert.NotNull(await RoomAsync(10));
        _clock.SetUtcNow(RolledOut);
        Assert.Null(await RoomAsync(10));
        Assert.Equal(0, _ledger.Used);
    }

    [Fact]
    public async Task Whoever_waits_behind_others_gets_the_time_at_which_there_is_room_for_all_of_them()
    {
        await CountAsync(2);
        _clock.Advance(TimeSpan.FromHours(1));
        await CountAsync(2);
        Assert.Equal(RolledOut, await RoomAsync(4, before: 1));
        Assert.Equal(RolledOut + TimeSpan.FromHours(1), await RoomAsync(4, before: 2));
        Assert.Equal(RolledOut + TimeSpan.FromHours(1), await RoomAsync(4, before: 3));
    }

    [Fact]
    public async Task A_crash_forgets_no_call_and_counts_at_most_one_block_too_many()
    {
        await CountAsync(23);
        using var after = Open();
        Assert.Null(await after.RoomAtAsync(1000, 0, default));
        Assert.Equal(30, after.Used);
    }

    [Fact]
    public async Task Calls_of_another_process_count_from_the_next_block_on()
    {
        await CountAsync(3);
        using var verb = Open();
        for (var i = 0; i < 12; i++) await verb.CountAsync(default);
        await CountAsync(7);
        Assert.Equal(10, _ledger.Used);

        // The other's two blocks count whole; of its own, only the calls that went.
        await CountAsync(1);
        Assert.Equal(31, _ledger.Used);
        Assert.NotNull(await RoomAsync(31));
        Assert.Equal(10 + 12, verb.Used);
    }

    [Fact]
    public async Task What_another_process_took_back_counts_no_longer_after_the_next_block()
    {
        using var verb = Open();
        await verb.CountAsync(default);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await CountAsync(1);
        Assert.Equal(11, _ledger.Used);
        await verb.CountAsync(default);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await CountAsync(1);
        Assert.Equal(1 + 10 + 2, _ledger.Used);
    }

    [Fact]
    public async Task A_minute_of_calls_that_is_over_is_not_counted_again_by_the_next_block()
    {
        await CountAsync(3);
        _clock.SetUtcNow(RolledOut);
        await CountAsync(1);
        Assert.Equal(1, _ledger.Used);
    }

    [Fact]
    public async Task What_was_counted_ahead_and_not_used_is_taken_back_with_the_next_minute()
    {
        await CountAsync(23);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await CountAsync(1);
        Assert.Equal([23, 10], (await _store.CallsAsync("writes", default)).Select(c => c.Calls));
        Assert.Equal(24, _ledger.Used);
    }

    [Fact]
    public async Task A_call_after_two_idle_days_counts_alone()
    {
        await CountAsync(3);
        _clock.Advance(TimeSpan.FromDays(2));
        await CountAsync(1);
        Assert.Equal(1, _ledger.Used);
        Assert.Equal([10], (await _store.CallsAsync("writes", default)).Select(c => c.Calls));
    }

    private Ledger Open() => new("writes", 10, _store, _clock);

    private async Task CountAsync(int calls)
    {
        for (var i = 0; i < calls; i++) await _ledger.CountAsync(default);
    }

    private Task<DateTimeOffset?> RoomAsync(int limit, int before = 0) => _ledger.RoomAtAsync(limit, before, default);
}
