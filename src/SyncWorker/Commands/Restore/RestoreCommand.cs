using Spectre.Console;
using SyncWorker.Connections;
using SyncWorker.Hosting;
using SyncWorker.State;

namespace SyncWorker.Commands.Restore;

/// <summary>Puts a value that lost back into the co-sell field, as a person would; from there it flows as any edit does.</summary>
internal static class RestoreCommand
{
    public static async Task<int> RunAsync(string? config, string entry, CancellationToken cancellation)
    {
        await using var app = WorkerHost.Build(ConfigFolder.Find(config), logToStandardError: true);
        return await RunAsync(app.Services, Terminal.Wide(), entry, cancellation);
    }

    public static async Task<int> RunAsync(IServiceProvider services, IAnsiConsole console, string entry, CancellationToken cancellation)
    {
        var (store, restorer) = (services.GetRequiredService<ISyncStore>(), ActivatorUtilities.CreateInstance<Restorer>(services));
        if ((await store.ConnectionAsync(cancellation)).WhyNothingIsWritten is { } why) throw new VerbFailedException($"Nothing is restored, because {why}");
        var losing = await LosingValue.FindAsync(store, entry, cancellation);
        var done = await services.GetRequiredService<Connection>().DoAsync(c => restorer.RestoreAsync(losing, c), cancellation);
        console.WriteLine($"{losing.Record.Row} is {Shown(losing.Value)} again in Salesforce (was {Shown(done.Was)}). {done.Note}. Entry {losing.Record.Number} stays in the journal, and so does what was replaced.");
        return 0;
    }

    private static string Shown(string? value) => value is null ? "(empty)" : $"'{value}'";
}
