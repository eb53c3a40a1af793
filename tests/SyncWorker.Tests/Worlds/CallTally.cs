namespace SyncWorker.Tests.Worlds;

/// <summary>Counts the calls on the wire, however many there are: AWS's by operation, Salesforce's by method and resource; and those that AWS throttled.</summary>
internal sealed class CallTally
{
    private readonly Dictionary<string, int> _calls = [];

    public int Throttled { get; private set; }

    /// <summary>The calls to AWS that are no reads.</summary>
    public int AwsWrites => _calls.Where(c => !c.Key.Contains(' ', StringComparison.Ordinal) && !c.Key.StartsWith("Get", StringComparison.Ordinal) && !c.Key.StartsWith("List", StringComparison.Ordinal)).Sum(c => c.Value);

    /// <summary>What was counted, for a message.</summary>
    public override string ToString() => string.Join(", ", _calls.OrderByDescending(c => c.Value).Select(c => $"{c.Key} {c.Value}"));

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
            var operation = request.Headers.TryGetValues("X-Amz-Target", out var target) ? target.First().Split('.')[^1] : $"{request.Method} {request.RequestUri!.Segments[^1]}";
            tally._calls[operation] = tally[operation] + 1;
            var answer = await base.SendAsync(request, cancellationToken);
            var words = answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync(cancellationToken);
            if (words.Contains("ThrottlingException", StringComparison.Ordinal)) tally.Throttled++;
            return answer;
        }
    }
}
