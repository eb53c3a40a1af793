using System.Globalization;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Remote;

/// <summary>Measures each attempt that is sent.</summary>
/// <param name="side">To whom.</param>
/// <param name="operation">What a request asks for, in few words: no ids.</param>
/// <param name="metrics">Where it is measured.</param>
/// <param name="time">The clock.</param>
internal sealed class MeteredHandler(Side side, Func<HttpRequestMessage, string> operation, Metrics metrics, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var error = "no answer";
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            error = answer.IsSuccessStatusCode ? null : ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
            return answer;
        }
        finally
        {
            metrics.Called(side, operation(request), error, time.GetElapsedTime(start));
        }
    }
}
