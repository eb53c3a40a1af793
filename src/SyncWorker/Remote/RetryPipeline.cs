using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace SyncWorker.Remote;

/// <summary>The one place where a request is sent again: with jitter, a few times, and only where a second send can do no harm.</summary>
internal static class RetryPipeline
{
    private const int Attempts = 3;

    /// <summary>Adds the pipeline to a client.</summary>
    /// <param name="client">The client.</param>
    /// <param name="name">The pipeline's name, for telemetry.</param>
    /// <param name="isSafe">Whether a request may be sent twice.</param>
    /// <param name="isTransient">Whether an answer is worth another try.</param>
    /// <param name="timeout">How long one attempt may take.</param>
    public static IHttpClientBuilder AddRetryPipeline(
        this IHttpClientBuilder client, string name, Func<HttpRequestMessage, bool> isSafe, Func<HttpResponseMessage, bool> isTransient, TimeSpan timeout)
    {
        client.AddResilienceHandler(name, (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Attempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(300),
                MaxDelay = TimeSpan.FromSeconds(20),
                ShouldRetryAfterHeader = true,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthIt(arguments, isSafe, isTransient)),
            });
            pipeline.AddTimeout(timeout);
        });
        return client;
    }

    private static bool IsWorthIt(RetryPredicateArguments<HttpResponseMessage> arguments, Func<HttpRequestMessage, bool> isSafe, Func<HttpResponseMessage, bool> isTransient)
    {
        if (arguments.Context.GetRequestMessage() is not { } request || !isSafe(request)) return false;
        return arguments.Outcome.Exception is HttpRequestException or TimeoutRejectedException or IOException
            || (arguments.Outcome.Result is { } answer && isTransient(answer));
    }
}
