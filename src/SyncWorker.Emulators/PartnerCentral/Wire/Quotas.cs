namespace SyncWorker.Emulators.PartnerCentral.Wire;

/// <summary>AWS's documented quotas: one shared bucket for all reads of the account and one for all writes.</summary>
internal sealed class Quotas(TimeProvider clock, PartnerCentralEmulatorOptions options)
{
    private static readonly HashSet<string> ReadOperations =
        ["GetOpportunity", "GetAwsOpportunitySummary", "ListOpportunities", "ListSolutions", "GetEngagementInvitation", "ListEngagementInvitations"];

    private static readonly HashSet<string> WriteOperations =
    [
        "CreateOpportunity", "UpdateOpportunity", "AssociateOpportunity", "DisassociateOpportunity", "AssignOpportunity", "RejectEngagementInvitation",
        "StartEngagementFromOpportunityTask", "StartEngagementByAcceptingInvitationTask",
    ];

    private readonly QuotaBucket _reads = new(() => options.ReadsPerSecond, () => options.ReadsPerDay, clock.GetUtcNow());
    private readonly QuotaBucket _writes = new(() => options.WritesPerSecond, () => options.WritesPerDay, clock.GetUtcNow());

    /// <summary>Task lists, submission by hand, acceptance, engagements, snapshots, tags and settings have no documented quota.</summary>
    public void Charge(string operation)
    {
        var bucket = ReadOperations.Contains(operation) ? _reads : WriteOperations.Contains(operation) ? _writes : null;
        if (bucket?.TryTake(clock.GetUtcNow()) == false) throw new SellingException("ThrottlingException", "Rate exceeded");
    }
}
