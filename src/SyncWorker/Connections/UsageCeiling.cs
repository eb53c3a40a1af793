using Microsoft.Extensions.Options;
using SyncWorker.Remote;
using SyncWorker.Salesforce;

namespace SyncWorker.Connections;

/// <summary>
/// The org's API calls are shared with everybody else who works with it. Above a share of them, whoever used it up, the worker neither polls nor settles; one small call every few minutes tells
/// when the window has moved on.
/// </summary>
internal sealed class UsageCeiling(ApiUsage usage, SalesforceClient client, IOptionsMonitor<SalesforceOptions> options, TimeProvider time, ILogger<UsageCeiling> logger)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    private DateTimeOffset _lookAt;

    /// <summary>Why nothing is polled and settled; null while it is.</summary>
    public string? Problem { get; private set; }

    /// <exception cref="ConnectionStoppedException">Too much of the org's API is used.</exception>
    public async Task EnterAsync(CancellationToken cancellation)
    {
        if (IsAbove && Problem is not null && time.GetUtcNow() >= _lookAt) await LookAsync(cancellation);
        if (IsAbove) Stop();
        else if (Problem is not null)
        {
            Problem = null;
            Log.UsageHasRoom(logger, usage.Used!.Value, usage.Limit!.Value);
        }
    }

    private bool IsAbove => usage.IsAbove(options.CurrentValue.ApiUsageCeiling);

    private void Stop()
    {
        var ceiling = options.CurrentValue.ApiUsageCeiling;
        if (Problem is null)
        {
            _lookAt = time.GetUtcNow() + Between;
            Log.UsageAboveCeiling(logger, usage.Used!.Value, usage.Limit!.Value, ceiling);
        }

        Problem = FormattableString.Invariant(
            $"{usage.Used} of the org's {usage.Limit} API calls of 24 hours are used, more than Salesforce:ApiUsageCeiling ({ceiling}) leaves the worker: it waits until others, or the hours, make room. See Setup, System Overview for who uses them.");
        throw new ConnectionStoppedException(Problem);
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        _lookAt = time.GetUtcNow() + Between;
        try
        {
            await client.AskForResourcesAsync(cancellation);
        }
        catch (RemoteException refused) when (refused.Kind != RemoteErrorKind.Unauthorised)
        {
            // Its answer told the usage all the same, or none did: then nothing has changed.
        }
    }
}
