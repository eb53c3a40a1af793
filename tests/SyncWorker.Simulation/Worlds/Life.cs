namespace SyncWorker.Simulation.Worlds;

/// <summary>The life of one worker process. Once it is over, no call of it reaches anything any more.</summary>
internal sealed class Life : IDisposable
{
    private readonly CancellationTokenSource _end = new();

    public bool IsOver { get; private set; }

    /// <summary>Whether it has taken the connection over.</summary>
    public bool HasTakenOver { get; set; }

    /// <summary>Whether another process has taken the connection over since.</summary>
    public bool IsPast { get; set; }

    /// <summary>Whether the store has told it so.</summary>
    public bool WasTold { get; set; }

    public CancellationToken Token => _end.Token;

    /// <summary>The process dies here and now.</summary>
    public ProcessEndedException End()
    {
        IsOver = true;
        _end.Cancel();
        return new ProcessEndedException();
    }

    public void Check()
    {
        if (IsOver) throw new ProcessEndedException();
    }

    public void Dispose() => _end.Dispose();
}
