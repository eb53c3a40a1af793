using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Store;

/// <summary>Where AWS and the partner work on one deal together: its members, what it is about, and the snapshots that they showed each other.</summary>
internal sealed class EngagementRecord
{
    public required string Id { get; init; }

    public required string Catalog { get; init; }

    public required string Title { get; init; }

    public required EngagementMember Creator { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The context's type and, under that name, its content.</summary>
    public required string ContextType { get; init; }

    public required JsonObject Context { get; init; }

    /// <summary>Where the record stands among all; it also makes the last digits of its times.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset Modified { get; set; }

    public required string ModifiedBy { get; set; }

    public List<EngagementMember> Members { get; } = [];

    public List<SnapshotRecord> Snapshots { get; } = [];

    public bool Has(string accountId) => Members.Any(m => m.AccountId == accountId);

    public void Join(EngagementMember member, DateTimeOffset now)
    {
        if (Has(member.AccountId)) return;
        Members.Add(member);
        Modified = now;
        ModifiedBy = member.AccountId;
    }
}
