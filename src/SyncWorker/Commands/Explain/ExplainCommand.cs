using Spectre.Console;
using SyncWorker.Connections;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Hosting;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Commands.Explain;

/// <summary>Says of each row of a co-sell opportunity what both sides hold, what was accounted for, and why it is as it is. Reads both sides, and writes nothing.</summary>
internal static class ExplainCommand
{
    public static async Task<int> RunAsync(string? config, string id, CancellationToken cancellation)
    {
        await using var app = WorkerHost.Build(ConfigFolder.Find(config), logToStandardError: true);
        return await RunAsync(app.Services, Terminal.Wide(), id, cancellation);
    }

    public static async Task<int> RunAsync(IServiceProvider services, IAnsiConsole console, string id, CancellationToken cancellation)
    {
        var (store, settler, time) = (services.GetRequiredService<ISyncStore>(), services.GetRequiredService<Settler>(), services.GetRequiredService<TimeProvider>());
        foreach (var link in await NamedLinks.FindAsync(store, id, cancellation))
        {
            var look = await services.GetRequiredService<Connection>().DoAsync(c => settler.LookOnlyAsync(link, null, c), cancellation);
            var journal = await store.JournalAsync(link.Link.Id, cancellation);
            var rows = Explanation.Of(look.View.Map, look.View.Link, link.Baseline, look.Snapshots.Salesforce, look.Snapshots.PartnerCentral, look.Plan, Journal.Accepted(journal), time.GetUtcNow());
            new ExplainedDeal(link, look, rows, journal).Print(console);
        }

        return 0;
    }
}
