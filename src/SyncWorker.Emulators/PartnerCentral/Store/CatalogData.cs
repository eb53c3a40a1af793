namespace SyncWorker.Emulators.PartnerCentral.Store;

/// <summary>All records of one catalog; the sandbox and production never see each other's.</summary>
internal sealed class CatalogData
{
    private readonly Dictionary<string, SortedDictionary<string, string>> _tags = [];

    public Dictionary<string, OpportunityRecord> Opportunities { get; } = [];

    public List<InvitationRecord> Invitations { get; } = [];

    public List<TaskRecord> Tasks { get; } = [];

    public List<EngagementRecord> Engagements { get; } = [];

    public Dictionary<string, ClientTokenEntry> ClientTokens { get; } = [];

    /// <summary>The role that the account set for its resource snapshot jobs.</summary>
    public string? SnapshotJobRole { get; set; }

    /// <summary>The tags of a resource, by its ARN.</summary>
    public SortedDictionary<string, string> TagsOf(string arn) =>
        _tags.TryGetValue(arn, out var tags) ? tags : _tags[arn] = new SortedDictionary<string, string>(StringComparer.Ordinal);

    public OpportunityRecord Opportunity(string id) =>
        Opportunities.TryGetValue(id, out var record) && !record.AtAwsOnly ? record : throw SellingException.NotFound(id);

    public InvitationRecord Invitation(string identifier)
    {
        var id = identifier[(identifier.LastIndexOf('/') + 1)..];
        return Invitations.FirstOrDefault(i => i.Id == id) ?? throw SellingException.NotFound(identifier);
    }
}
