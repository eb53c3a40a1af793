using SyncWorker.Remote;

namespace SyncWorker.PartnerCentral.Quota;

/// <summary>One of the account's two quotas: so many calls a second, and a share of so many in 24 hours; the rest of those is left to others.</summary>
internal sealed class CallQuota(CallKind kind, Pacer pacer, Ledger ledger, int share, Metrics metrics, TimeProvider time, ILogger<CallQuota> logger) : IDisposable
{
    // Of the writes, the last twentieth is kept for accepting and submitting.
    private const double ReservedPart = 0.05;

    // Reads in the last fifth go no faster than the day replaces them, so that they do not run out all at once.
    private const double CarefulFrom = 0.8;

    /// <summary>A wait up to here is waited for; what must wait longer is put off.</summary>
    public static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(20);

    private readonly TimeSpan _careful = TimeSpan.FromDays(1) / share;
    private readonly Lock _gate = new();
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;
    private int _waiting;

    /// <summary>What it counts.</summary>
    public CallKind Kind => kind;

    /// <summary>The calls of the last 24 hours.</summary>
    public int Used => ledger.Used;

    /// <summary>How many there may be.</summary>
    public int Share => share;

    /// <summary>Until when calls are put off; null where they go.</summary>
    public DateTimeOffset? PutOffUntil { get; private set; }

    /// <summary>Waits for the turn of a call and counts it.</summary>
    /// <exception cref="RemoteException">There is no room for it now: it was not sent, and may be tried at the time that the exception names.</exception>
    public async Task TakeAsync(Operation operation, CancellationToken cancellation)
    {
        var limit = kind == CallKind.Read || operation.MayUseReserve ? share : share - (int)(share * ReservedPart);
        do
        {
            if (await RoomAtAsync(limit, cancellation) is { } at) throw PutOff(operation, limit, at);
            GoAgain();
            await pacer.WaitAsync(kind == CallKind.Read && ledger.Used >= share * CarefulFrom ? _careful : TimeSpan.Zero, cancellation);
        }
        // While this call waited for its turn another's answer may have asked to wait.
        while (ClosedUntil > time.GetUtcNow());
        await ledger.CountAsync(cancellation);
    }

    /// <summary>A call was throttled.</summary>
    /// <param name="operation">The call.</param>
    /// <param name="retryAfter">How long the answer asks to wait.</param>
    public void Throttled(Operation operation, TimeSpan? retryAfter)
    {
        metrics.Throttled(operation.Name);
        Log.Throttled(logger, operation.Name, retryAfter);
        if (retryAfter is { } pause) ClosedUntil = time.GetUtcNow() + pause;
        pacer.Throttled(retryAfter);
    }

    /// <summary>A call was not throttled.</summary>
    public void Passed() => pacer.Passed();

    public void Dispose() => ledger.Dispose();

    /// <summary>Until when AWS asked to wait, in whichever answer it asked for the most.</summary>
    private DateTimeOffset ClosedUntil
    {
        get
        {
            lock (_gate) return _closedUntil;
        }
        set
        {
            lock (_gate) _closedUntil = value > _closedUntil ? value : _closedUntil;
        }
    }

    private async Task<DateTimeOffset?> RoomAtAsync(int limit, CancellationToken cancellation) =>
        ClosedUntil is var until && until > time.GetUtcNow() + WaitMax ? until : await ledger.RoomAtAsync(limit, _waiting, cancellation);

    /// <summary>Whoever is put off gets the time at which the window has made room for all before it and for itself: they do not all come back at once.</summary>
    private RemoteException PutOff(Operation operation, int limit, DateTimeOffset at)
    {
        _waiting++;
        metrics.PutOff(operation.Name);
        if (PutOffUntil is null) Log.QuotaUsedUp(logger, kind, Used, limit, at);
        PutOffUntil = at;
        return new RemoteException("Partner Central", operation.Name, RemoteErrorKind.Throttled, "QUOTA_USED_UP", $"{Used} of {limit} calls of 24 hours are used") { RetryAt = at };
    }

    private void GoAgain()
    {
        if (PutOffUntil is not null) Log.QuotaHasRoom(logger, kind);
        PutOffUntil = null;
        _waiting = 0;
    }
}
