namespace SyncWorker.Salesforce;

/// <summary>Reads from every answer, refusals too, how much of the org's API is used.</summary>
internal sealed class ApiUsageHandler(ApiUsage usage) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        usage.Read(answer);
        return answer;
    }
}
