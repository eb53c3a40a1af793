using SyncWorker.Remote;

namespace SyncWorker.PartnerCentral.Quota;

/// <summary>Keeps below AWS's quotas for the account, and slows down for all when AWS says that it was too fast.</summary>
internal sealed class PacingHandler(AccountQuotas quotas, FirstDay firstDay, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = Operation.Of(request);
        var quota = quotas[operation.Kind];
        await firstDay.EnterAsync(operation, cancellationToken);
        await quota.TakeAsync(operation, cancellationToken);
        await firstDay.CountAsync(operation, cancellationToken);
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.IsSuccessStatusCode || !await PartnerCentralErrors.IsThrottlingAsync(answer, cancellationToken)) quota.Passed();
        else quota.Throttled(operation, answer.RetryAfter(time));
        return answer;
    }
}
