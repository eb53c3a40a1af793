using SyncWorker.Commands.Status;
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
        Console.WriteLine(await RetryAsync(app.Services.GetRequiredService<ISyncStore>(), id, cancellation));
        return 0;
    }

    /// <param name="store">The store.</param>
    /// <param name="id">What a person means one by; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What was done, in words, and what keeps it from being tried.</returns>
    /// <exception cref="VerbFailedException">There is none.</exception>
    public static async Task<string> RetryAsync(ISyncStore store, string? id, CancellationToken cancellation)
    {
        var asked = new List<string>();
        if (id is null) asked.AddRange(await store.AskAsync(null, cancellation));
        else foreach (var link in await NamedLinks.FindAsync(store, id, cancellation)) asked.AddRange(await store.AskAsync(link.Link.Id, cancellation));
        if (asked.Count == 0) return "Nothing fails, is parked, or is held because of another tool.";

        var (state, links) = (await store.ConnectionAsync(cancellation), new List<LinkState>());
        foreach (var link in asked) links.Add((await store.GetAsync(link, cancellation))!);
        return string.Join('\n', Words(links, state));
    }

    private static IEnumerable<string> Words(IReadOnlyList<LinkState> links, ConnectionState state)
    {
        var writesNothing = state.WhyNothingIsWritten is not null;
        LinkState[] waiting = [.. links.Where(l => writesNothing || Standstill.Of(l, state).Any())], going = [.. links.Except(waiting)];
        if (going.Length > 0) yield return $"Tried again with the next drain: {Ids(going)}.";
        if (waiting.Length == 0) yield break;
        yield return $"Marked to be tried again, and not tried yet: {Ids(waiting)}.";
        foreach (var line in (writesNothing ? Standstill.Of(state) : []).Concat(waiting.SelectMany(l => Standstill.Of(l, state)))) yield return line;
    }

    private static string Ids(IEnumerable<LinkState> links) => string.Join(", ", links.Select(l => l.Link.Id));
}
