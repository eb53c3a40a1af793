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
