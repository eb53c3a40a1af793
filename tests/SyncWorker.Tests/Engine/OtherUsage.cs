namespace SyncWorker.Tests.Engine;

/// <summary>Others use the org's API: every answer tells how much.</summary>
internal sealed class OtherUsage
{
    /// <summary>Of a hundred thousand.</summary>
    public int Used { get; set; }

    public HttpMessageHandler Around(HttpMessageHandler inner) => new Door(this, inner);

    private sealed class Door(OtherUsage others, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            answer.Headers.Remove("Sforce-Limit-Info");
            answer.Headers.Add("Sforce-Limit-Info", $"api-usage={others.Used}/100000");
            return answer;
        }
    }
}
