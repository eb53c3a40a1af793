
namespace SyncWorker.PartnerCentral;

/// <summary>Keeps below AWS's quotas for the account: one pacer for reads, one for writes.</summary>
internal sealed class PacingHandler(PartnerCentralPacers pacers) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryGetValues(PartnerCentralClient.Target, out var target);
        await pacers.For(target?.FirstOrDefault() ?? "").WaitAsync(cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
