namespace SyncWorker.Tests.Worlds;

/// <summary>Counts the calls to Partner Central on the wire, however many there are, and those that were throttled.</summary>
internal sealed class CallTally
{
    private readonly Dictionary<string, int> _calls = [];

    public int Throttled { get; private set; }

    public int Writes => _calls.Where(c => !c.Key.StartsWith("Get", StringComparison.Ordinal) && !c.Key.StartsWith("List", StringComparison.Ordinal)).Sum(c => c.Value);

    public int Total => _calls.Values.Sum();

    public int this[string operation] => _calls.GetValueOrDefault(operation);

    /// <summary>Forgets what was counted.</summary>
    public void Clear()
    {
        _calls.Clear();
        Throttled = 0;
    }

    public HttpMessageHandler Around(HttpMessageHandler inner) => new Door(this, inner);

    private sealed class Door(CallTally tally, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var operation = request.Headers.GetValues("X-Amz-Target").First().Split('.')[^1];
            tally._calls[operation] = tally[operation] + 1;
            var answer = await base.SendAsync(request, cancellationToken);
            var words = answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync(cancellationToken);
            if (words.Contains("ThrottlingException", StringComparison.Ordinal)) tally.Throttled++;
            return answer;
        }
    }
}
