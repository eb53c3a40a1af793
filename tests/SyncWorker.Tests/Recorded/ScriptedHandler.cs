using System.Net;
using System.Text;

namespace SyncWorker.Tests.Recorded;

/// <summary>Answers requests in order from a script, and keeps what was asked.</summary>
internal sealed class ScriptedHandler(params (HttpStatusCode Status, string Body)[] script) : HttpMessageHandler
{
    private int _next;

    public List<(HttpMethod Method, string PathAndQuery, string Host, string? Authorization, string Body)> Asked { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Asked.Add((request.Method, request.RequestUri!.PathAndQuery, request.RequestUri.Host, request.Headers.TryGetValues("Authorization", out var signed) ? signed.Single() : null, body));
        var (status, text) = script[Math.Min(_next++, script.Length - 1)];
        var answer = new HttpResponseMessage(status) { Content = new StringContent(text, Encoding.UTF8, "application/json"), RequestMessage = request };
        answer.Headers.Date = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        return answer;
    }
}
