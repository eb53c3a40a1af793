using SyncWorker.State;

namespace SyncWorker.PartnerCentral.Quota;

/// <summary>
/// Counts calls over any 24 hours, by minute, in the store. It counts a block ahead there and uses the block up: so few calls cost a transaction, and a crash forgets none of them. With each
/// block it reads what other processes, such as a verb beside the service, have counted.
/// </summary>
/// <param name="quota">The name under which the store keeps the counts.</param>
/// <param name="block">How many calls are counted ahead.</param>
/// <param name="store">Where the counts survive a restart.</param>
/// <param name="time">The clock.</param>
internal sealed class Ledger(string quota, int block, ISyncStore store, TimeProvider time) : IDisposable
{
    // A minute counts until its last moment is 24 hours old.
    private static readonly TimeSpan Window = TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SortedDictionary<DateTimeOffset, int> _minutes = [];
    private bool _isLoaded;
    private DateTimeOffset _minute;
    private int _ahead;
    private int _used;

    /// <summary>The calls of the last 24 hours, as far as is known without asking the store.</summary>
    public int Used => Volatile.Read(ref _used);

    /// <summary>When there will be room for one more call, with others in front of it; null where there is room now.</summary>
    /// <param name="limit">How many calls there may be.</param>
    /// <param name="before">How many calls wait in front of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<DateTimeOffset?> RoomAtAsync(int limit, int before, CancellationToken cancellation) => LockedAsync(() =>
    {
        if (_used < limit) return Task.FromResult<DateTimeOffset?>(null);
        var leaving = _used - limit + 1 + before;
        foreach (var (minute, calls) in _minutes)
        {
            leaving -= calls;
            if (leaving <= 0) return Task.FromResult<DateTimeOffset?>(minute + Window);
        }

        return Task.FromResult<DateTimeOffset?>(time.GetUtcNow() + Window);
    }, cancellation);

    /// <summary>Counts a call that is about to be sent.</summary>
    public Task CountAsync(CancellationToken cancellation) => LockedAsync(async () =>
    {
        var minute = Minute(time.GetUtcNow());
        if (_ahead == 0 || _minute != minute) await CountAheadAsync(minute, cancellation);
        _ahead--;
        _minutes[minute] = _minutes.GetValueOrDefault(minute) + 1;
        return _used++;
    }, cancellation);

    public void Dispose() => _gate.Dispose();

    /// <summary>What was counted ahead for an earlier minute and not used is taken back with the next block.</summary>
    private async Task CountAheadAsync(DateTimeOffset minute, CancellationToken cancellation)
    {
        var counts = new List<CallCount> { new(minute, block) };
        if (_ahead > 0) counts.Add(new CallCount(_minute, -_ahead));
        await store.CountCallsAsync(quota, counts, minute - Window, cancellation);
        (_minute, _ahead) = (minute, block);
        await LoadAsync(cancellation);
    }

    private async Task<T> LockedAsync<T>(Func<Task<T>> act, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_isLoaded) Forget();
            else await LoadAsync(cancellation);
            return await act();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Of what was counted ahead here, only the calls that went count here; of what others counted ahead, all.</summary>
    private async Task LoadAsync(CancellationToken cancellation)
    {
        var counts = await store.CallsAsync(quota, cancellation);
        _minutes.Clear();
        foreach (var count in counts) _minutes.Add(count.Minute, count.Calls);
        if (_ahead > 0) _minutes[_minute] = _minutes.GetValueOrDefault(_minute) - _ahead;
        _used = _minutes.Values.Sum();
        _isLoaded = true;
        Forget();
    }

    private void Forget()
    {
        var over = time.GetUtcNow() - Window;
        foreach (var minute in _minutes.Keys.TakeWhile(m => m <= over).ToArray())
        {
            _used -= _minutes[minute];
            _minutes.Remove(minute);
        }
    }

    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.Ticks - at.Ticks % TimeSpan.TicksPerMinute, at.Offset);
}
