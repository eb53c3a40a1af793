using Spectre.Console;
using SyncWorker.Commands.Status;
using SyncWorker.Connections;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Hosting;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Commands.Explain;

/// <summary>Says of each row of a co-sell opportunity what both sides hold, what was accounted for, and why it is as it is. Reads both sides, and writes nothing.</summary>
internal static class ExplainCommand
{
    public static async Task<int> RunAsync(string? config, string id, bool all, CancellationToken cancellation)
    {
        await using var app = WorkerHost.Build(ConfigFolder.Find(config), logToStandardError: true);
        return await RunAsync(app.Services, Terminal.Wide(), id, all, cancellation);
    }

    public static async Task<int> RunAsync(IServiceProvider services, IAnsiConsole console, string id, bool all, CancellationToken cancellation)
    {
        var (store, settler, time) = (services.GetRequiredService<ISyncStore>(), services.GetRequiredService<Settler>(), services.GetRequiredService<TimeProvider>());
        var (links, state, each, failed) = (await NamedLinks.FindAsync(store, id, cancellation), await store.ConnectionAsync(cancellation), new OneByOne(), 0);
        foreach (var line in Standstill.Of(state)) console.WriteLine(line);
        foreach (var link in links)
        {
            var unread = await each.TryAsync(async () =>
            {
                var look = await services.GetRequiredService<Connection>().DoAsync(c => settler.LookOnlyAsync(link, null, c), cancellation);
                var journal = await store.JournalAsync(link.Link.Id, cancellation);
                var rows = Explanation.Of(look.View.Map, look.View.Link, look.View.Baseline, look.Snapshots.Salesforce, look.Snapshots.PartnerCentral, look.Plan, Journal.Accepted(journal), time.GetUtcNow());
                new ExplainedDeal(link, state, look, rows, journal, all).Print(console);
            });
            if (unread is null) continue;

            // What cannot be read is often what is parked.
            console.WriteLine($"{link.Link.Id} ({link.Link.OpportunityId ?? "not at AWS yet"}): cannot be explained. {OneByOne.Words(unread)}");
            foreach (var line in Standstill.Of(link, state)) console.WriteLine(line);
            failed++;
        }

        return failed > 0 ? Guard.Failed : 0;
    }
}
