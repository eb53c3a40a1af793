namespace SyncWorker.State;

/// <summary>For whoever needs every link beside the others, as a verb does that prints them.</summary>
internal static class AllLinks
{
    /// <summary>Every link at once.</summary>
    public static async Task<IReadOnlyList<LinkState>> LinksAsync(this ISyncStore store, CancellationToken cancellation) => await store.EachLinkAsync(cancellation).ToArrayAsync(cancellation);
}
