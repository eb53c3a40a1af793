namespace SyncWorker.Remote;

/// <summary>
/// Sends nothing after its time: a write that waited too long for its turn is decided anew, so that it is known from when on it cannot arrive any more. Stands below everything that waits.
/// </summary>
internal sealed class SendByHandler(TimeProvider time) : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<DateTimeOffset> Key = new("SyncWorker.SendBy");

    /// <summary>Says by when a request must be sent.</summary>
    public static void Bound(HttpRequestMessage request, DateTimeOffset sendBy) => request.Options.Set(Key, sendBy);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Options.TryGetValue(Key, out var sendBy) && time.GetUtcNow() > sendBy
            ? throw new RemoteException(request.RequestUri!.Host, request.Method.Method, RemoteErrorKind.Transient, "SEND_BY_PASSED", "it waited too long for its turn and was not sent")
            : base.SendAsync(request, cancellationToken);
}
