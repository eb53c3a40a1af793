namespace SyncWorker.Emulators.Tests.Control;

/// <summary>Answers with the target and the host that it was asked for.</summary>
internal sealed class EchoHandler : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage { Content = new StringContent($"{request.RequestUri!.PathAndQuery} {request.Headers.Host}") });
}
