using System.Net.Http.Headers;

namespace SyncWorker.Tests.CommandLine;

/// <summary>An org with a trigger that writes the next step in capitals.</summary>
internal sealed class Shouting(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post && request.Content is { } content && await content.ReadAsStringAsync(cancellationToken) is var body && body.Contains("\"Legal review\"", StringComparison.Ordinal))
            request.Content = new StringContent(body.Replace("\"Legal review\"", "\"LEGAL REVIEW\"", StringComparison.Ordinal)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return await base.SendAsync(request, cancellationToken);
    }
}
