using SyncWorker.Hosting;
using SyncWorker.State;

namespace SyncWorker.Commands.Status;

/// <summary>Says how things stand, from the store alone: it may run beside the service, asks neither side and writes nothing.</summary>
internal static class StatusCommand
{
    public static async Task<int> RunAsync(string? config, CancellationToken cancellation)
    {
        await using var app = WorkerHost.Build(ConfigFolder.Find(config), logToStandardError: true);
        var store = app.Services.GetRequiredService<ISyncStore>();
        var links = await store.LinksAsync(cancellation);
        var due = await store.DueCountAsync(cancellation);
        Trouble[] troubles = [.. links.SelectMany(Trouble.Of)];
        foreach (var line in await ModeWords.OfAsync(store, app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellation)) Console.WriteLine(line);
        Console.WriteLine($"{links.Count} co-sell opportunities, {links.Count(l => l.Link.OpportunityId is not null)} at AWS, {due} due, {links.Count(l => l.Failures > 0)} failing.");
        foreach (var trouble in troubles) Console.WriteLine("  - " + trouble);
        return 0;
    }
}
