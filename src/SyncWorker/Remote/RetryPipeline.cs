using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace SyncWorker.Remote;

/// <summary>The one place where a request is sent again: with jitter, a few times, and only where a second send can do no harm.</summary>
internal static class RetryPipeline
{
    private const int Attempts = 3;

    // An answer that asks for a longer wait is not waited for here: whoever asked puts it off.
    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(20);

    /// <summary>Adds the pipeline to a client.</summary>
    /// <param name="client">The client.</param>
    /// <param name="name">The pipeline's name, for telemetry.</param>
    /// <param name="isSafe">Whether a request may be sent twice.</param>
    /// <param name="isTransient">Whether an answer is worth another try.</param>
    /// <param name="isThrottled">Whether an answer says that the request was not carried out because there were too many: then any request may be sent again.</param>
    public static IHttpClientBuilder AddRetryPipeline(
        this IHttpClientBuilder client, string name, Func<HttpRequestMessage, bool> isSafe, Func<HttpResponseMessage, bool> isTransient, Func<HttpResponseMessage, CancellationToken, Task<bool>>? isThrottled = null)
    {
        client.AddResilienceHandler(name, (pipeline, context) =>
        {
            var time = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline.TimeProvider = time;
            var retry = new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Attempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(300),
                MaxDelay = DelayMax,
                ShouldRetryAfterHeader = true,
                ShouldHandle = async arguments =>
                {
                    if (arguments.Context.GetRequestMessage() is not { } request || arguments.Outcome.Result?.RetryAfter(time) > DelayMax) return false;
                    if (isThrottled is not null && arguments.Outcome.Result is { } answer && await isThrottled(answer, arguments.Context.CancellationToken)) return true;
                    return isSafe(request) && IsPassing(arguments.Outcome, isTransient);
                },
            };
            // Who wants to see a run again gives the source of its jitter.
            if (context.ServiceProvider.GetService<Random>() is { } chance) retry.Randomizer = chance.NextDouble;
            pipeline.AddRetry(retry);
        });
        return client;
    }

    /// <summary>Bounds one attempt. What stands above it, such as waiting for a turn, is not counted.</summary>
    public static IHttpClientBuilder AddAttemptTimeout(this IHttpClientBuilder client, string name, TimeSpan timeout) => client.AddAttemptTimeout(name, _ => timeout);

    /// <summary>Bounds one attempt by a setting, which may change while the worker runs.</summary>
    public static IHttpClientBuilder AddAttemptTimeout(this IHttpClientBuilder client, string name, Func<IServiceProvider, TimeSpan> timeout)
    {
        client.AddResilienceHandler(name + " attempt", (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline.AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = _ => ValueTask.FromResult(timeout(context.ServiceProvider)) });
        });
        return client;
    }

    /// <summary>
    /// Keeps a client's handlers for as long as the worker lives, which holds the client itself: the connections beneath are renewed, and a handler that the factory would replace could never be let go.
    /// </summary>
    public static IHttpClientBuilder AddLastingHandlers(this IHttpClientBuilder client) => client.SetHandlerLifetime(Timeout.InfiniteTimeSpan);

    /// <summary>Makes an attempt last until its answer is read to its end. Stands below all else.</summary>
    public static IHttpClientBuilder AddWholeAnswers(this IHttpClientBuilder client) => client.AddHttpMessageHandler(() => new WholeAnswerHandler());

    private static bool IsPassing(Outcome<HttpResponseMessage> outcome, Func<HttpResponseMessage, bool> isTransient) =>
        outcome.Exception is HttpRequestException or TimeoutRejectedException or IOException || (outcome.Result is { } answer && isTransient(answer));
}
