namespace SyncWorker.Remote;

/// <summary>
/// Stands below everything that waits, repeats or signs. It sends nothing after its time, so that it is known from when on a write cannot arrive any more; and it notes which requests may have
/// arrived, because an earlier attempt was not answered for certain, whatever a later one is answered.
/// </summary>
internal sealed class SendingHandler(TimeProvider time) : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<DateTimeOffset> Latest = new("SyncWorker.SendBy");
    private static readonly HttpRequestOptionsKey<bool> Uncertain = new("SyncWorker.MayHaveLanded");

    /// <summary>Says by when a request must be sent.</summary>
    public static void Bound(HttpRequestMessage request, DateTimeOffset sendBy) => request.Options.Set(Latest, sendBy);

    /// <summary>Whether an attempt to send a request may have taken effect without our knowing.</summary>
    public static bool MayHaveLanded(HttpRequestMessage request) => request.Options.TryGetValue(Uncertain, out var uncertain) && uncertain;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(Latest, out var sendBy) && time.GetUtcNow() > sendBy)
            throw new RemoteException(request.RequestUri!.Host, request.Method.Method, RemoteErrorKind.Transient, "SEND_BY_PASSED", "it waited too long for its turn and was not sent");
        var before = MayHaveLanded(request);
        request.Options.Set(Uncertain, true);
        var answer = await base.SendAsync(request, cancellationToken);
        if ((int)answer.StatusCode < 500) request.Options.Set(Uncertain, before);
        return answer;
    }
}
