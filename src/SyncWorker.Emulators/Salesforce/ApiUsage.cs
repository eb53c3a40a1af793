namespace SyncWorker.Emulators.Salesforce;

/// <summary>The API calls of the last 24 hours. A composite is one call, whatever it carries.</summary>
internal sealed class ApiUsage(TimeProvider clock, int most)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private readonly Queue<DateTimeOffset> _calls = new();

    public int Most => most;

    public int Used
    {
        get
        {
            var old = clock.GetUtcNow() - Window;
            while (_calls.TryPeek(out var at) && at <= old)
                _calls.Dequeue();
            return _calls.Count;
        }
    }

    /// <summary>Counts one call, or says that there is none left.</summary>
    public bool TryUse()
    {
        if (Used >= most)
            return false;
        _calls.Enqueue(clock.GetUtcNow());
        return true;
    }
}
