using SyncWorker.State;

namespace SyncWorker.Commands;

/// <summary>The links that a person means by an id: a Clazar Id, an O-number, the id of a co-sell record or of its Opportunity (15 or 18 characters), or an engagement invitation.</summary>
internal static class NamedLinks
{
    // The three characters after the fifteenth only say which letters of the others are capitals.
    private const int CaseSensitive = 15;

    /// <exception cref="VerbFailedException">There is none.</exception>
    public static async Task<IReadOnlyList<LinkState>> FindAsync(ISyncStore store, string id, CancellationToken cancellation)
    {
        if (await store.GetAsync(id, cancellation) is { } link) return [link];
        if ((await store.FindByOpportunityAsync(id, cancellation) ?? await store.FindByInvitationAsync(id, cancellation)) is { } atAws) return [atAws];
        var named = id.Length is CaseSensitive or CaseSensitive + 3 ? (await store.LinksAsync(cancellation)).Where(l => IsId(l.Link.RecordId, id) || IsId(l.Link.MappedObjectId, id)).ToArray() : [];
        return named.Length > 0 ? named : throw new VerbFailedException(
            $"No co-sell opportunity is known by {id}. Give its Clazar Id, its number at AWS (O…), or the Salesforce id of its co-sell record or Opportunity; status counts those that are known.");
    }

    private static bool IsId(string? known, string id) => known?.Length >= CaseSensitive && known[..CaseSensitive] == id[..CaseSensitive];
}
