namespace SyncWorker.Tests.Worlds;

/// <summary>The way to one of the two systems, on which a test makes things happen: something instead of a call, before it, or after it took effect.</summary>
internal sealed class Wire
{
    /// <summary>Before a call: an answer from here is the answer, and the system never sees the call.</summary>
    public Func<WireCall, HttpResponseMessage?>? Before { get; set; }

    /// <summary>After the call took effect and before its answer arrives. What it throws is all that the worker sees.</summary>
    public Action<WireCall>? After { get; set; }

    /// <summary>The update of one Salesforce record is refused in its composite; the others are carried out.</summary>
    public RefusedUpdate? Refused { get; set; }

    public HttpMessageHandler Around(HttpMessageHandler inner) => new Door(this, inner);

    /// <summary>Loses the answers of the next calls that fit, after they took effect.</summary>
    public void LoseAnswers(Func<WireCall, bool> fits, int times = 1) => After = call =>
    {
        if (times > 0 && fits(call) && times-- > 0) throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection broke");
    };

    private sealed class Door(Wire wire, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            var operation = request.Headers.TryGetValues("X-Amz-Target", out var target) ? target.First().Split('.')[^1] : $"{request.Method} {request.RequestUri!.Segments[^1]}";
            var call = new WireCall(operation, body);
            if (wire.Before?.Invoke(call) is { } instead) return instead;
            var answer = wire.Refused is { } refused && refused.TakeOut(request, body) is { } index
                ? await refused.PutInAsync(await base.SendAsync(request, cancellationToken), index)
                : await base.SendAsync(request, cancellationToken);
            wire.After?.Invoke(call);
            return answer;
        }
    }
}
