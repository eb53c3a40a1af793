namespace SyncWorker.Tests.Salesforce.SignIn;

/// <summary>Answers each request by a function, and keeps what was asked, from whatever thread.</summary>
internal sealed class Answering(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly List<(string Url, string? Authorization, string Body)> _asked = [];

    public IReadOnlyList<(string Url, string? Authorization, string Body)> Asked
    {
        get
        {
            lock (_gate) return [.. _asked];
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_gate) _asked.Add((request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(), body));

        // Concurrent requests meet where a real network would let them.
        await Task.Yield();
        var answered = answer(request);
        answered.RequestMessage = request;
        return answered;
    }
}
