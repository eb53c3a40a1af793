using Microsoft.Extensions.Options;
using SyncWorker.Remote;

namespace SyncWorker.PartnerCentral;

/// <summary>The account's two pacers. They outlive the handlers, which the client factory replaces now and then.</summary>
internal sealed class PartnerCentralPacers(IOptions<PartnerCentralOptions> options, TimeProvider time)
{
    private readonly Pacer _reads = new(options.Value.ReadsPerSecond, time);
    private readonly Pacer _writes = new(options.Value.WritesPerSecond, time);

    /// <summary>The pacer of an operation, named as <c>AWSPartnerCentralSelling.GetOpportunity</c>.</summary>
    public Pacer For(string target)
    {
        var operation = target[(target.LastIndexOf('.') + 1)..];
        return operation.StartsWith("Get", StringComparison.Ordinal) || operation.StartsWith("List", StringComparison.Ordinal) ? _reads : _writes;
    }
}
