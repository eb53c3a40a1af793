namespace SyncWorker.Emulators.PartnerCentral.Store;

/// <summary>All records of one catalog; the sandbox and production never see each other's.</summary>
internal sealed class CatalogData
{
    public Dictionary<string, OpportunityRecord> Opportunities { get; } = [];

    public List<InvitationRecord> Invitations { get; } = [];

    public List<TaskRecord> Tasks { get; } = [];

    public Dictionary<string, ClientTokenEntry> ClientTokens { get; } = [];

    public OpportunityRecord Opportunity(string id) =>
        Opportunities.TryGetValue(id, out var record) && !record.AtAwsOnly ? record : throw SellingException.NotFound(id);

    public InvitationRecord Invitation(string identifier)
    {
        var id = identifier[(identifier.LastIndexOf('/') + 1)..];
        return Invitations.FirstOrDefault(i => i.Id == id) ?? throw SellingException.NotFound(identifier);
    }
}
