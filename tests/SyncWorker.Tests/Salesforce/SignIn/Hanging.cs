namespace SyncWorker.Tests.Salesforce.SignIn;

/// <summary>Takes requests and never answers.</summary>
internal sealed class Hanging : HttpMessageHandler
{
    private readonly TaskCompletionSource _asked = new();

    /// <summary>Ends when a request has come.</summary>
    public Task Asked => _asked.Task;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _asked.TrySetResult();
        await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        throw new InvalidOperationException();
    }
}
