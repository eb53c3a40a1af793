namespace SyncWorker.Remote;

/// <summary>What an answer says of when to come back.</summary>
internal static class Waits
{
    /// <summary>How long the answer asks to wait; null where it does not say.</summary>
    public static TimeSpan? RetryAfter(this HttpResponseMessage answer, TimeProvider time)
    {
        var wait = answer.Headers.RetryAfter is not { } header ? null : header.Delta ?? header.Date - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : null;
    }
}
