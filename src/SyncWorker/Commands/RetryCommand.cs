using SyncWorker.Hosting;
using SyncWorker.State;

namespace SyncWorker.Commands;

/// <summary>
/// Asks for another try: of one co-sell opportunity, or of all that fail, are parked, or are held because another tool keeps changing them. It changes the store alone: the service that runs
/// beside it takes them up with its next drain.
/// </summary>
internal static class RetryCommand
{
    public static async Task<int> RunAsync(string? config, string? id, CancellationToken cancellation)
    {
        await using var app = WorkerHost.Build(ConfigFolder.Find(config), logToStandardError: true);
        var (code, words) = await RetryAsync(app.Services.GetRequiredService<ISyncStore>(), id, cancellation);
        await (code == 0 ? Console.Out : Console.Error).WriteLineAsync(words);
        return code;
    }

    /// <param name="store">The store.</param>
    /// <param name="id">A Clazar Id, an AWS number or a co-sell record's id; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The exit code, and what was done in words.</returns>
    public static async Task<(int Code, string Words)> RetryAsync(ISyncStore store, string? id, CancellationToken cancellation)
    {
        if (id is null)
        {
            var all = await store.AskAsync(null, cancellation);
            return (0, all.Count == 0 ? "Nothing fails, is parked, or is held because of another tool." : $"Tried again with the next drain: {string.Join(", ", all)}.");
        }

        var link = await store.GetAsync(id, cancellation) ?? await store.FindByOpportunityAsync(id, cancellation) ?? await store.FindByRecordAsync(id, cancellation);
        if (link is null) return (1, $"There is no co-sell opportunity {id}. Name its Clazar Id, its AWS number or the id of its co-sell record; status lists those in trouble.");
        await store.AskAsync(link.Link.Id, cancellation);
        return (0, $"Tried again with the next drain: {link.Link.Id}.");
    }
}
