namespace SyncWorker.Remote;

/// <summary>
/// Reads an answer to its end before anybody above it sees its status: what bounds an attempt bounds the body with the headers, and a request whose answer stops in its middle was not answered.
/// The client itself would read the body above all that, for as long as it takes.
/// </summary>
internal sealed class WholeAnswerHandler : DelegatingHandler
{
    // Far above any answer of either API, and not so much that one answer takes the process down.
    private const long BytesMax = 256L * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        try
        {
            await answer.Content.LoadIntoBufferAsync(BytesMax, cancellationToken);
            return answer;
        }
        catch
        {
            // Half an answer is no answer, and its connection is of no use any more.
            answer.Dispose();
            throw;
        }
    }
}
