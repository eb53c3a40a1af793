using Spectre.Console;
using SyncWorker.Commands.Status;
using SyncWorker.Connections;
using SyncWorker.Hosting;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Commands.Plan;

/// <summary>Prints what would be written to both sides for everything due, or for one co-sell opportunity. Writes nothing anywhere.</summary>
internal static class PlanCommand
{
    public static async Task<int> RunAsync(string? config, string? id, CancellationToken cancellation)
    {
        await using var app = WorkerHost.Build(ConfigFolder.Find(config), logToStandardError: true);
        return await RunAsync(app.Services, Terminal.Wide(), id, cancellation);
    }

    public static async Task<int> RunAsync(IServiceProvider services, IAnsiConsole console, string? id, CancellationToken cancellation)
    {
        var store = services.GetRequiredService<ISyncStore>();
        var links = id is null ? (await store.LinksAsync(cancellation)).Where(l => l.Due > l.Cleared).ToArray() : await NamedLinks.FindAsync(store, id, cancellation);
        var (state, each, writes, failed) = (await store.ConnectionAsync(cancellation), new OneByOne(), 0, 0);
        foreach (var line in Standstill.Of(state)) console.WriteLine(line);
        foreach (var link in links)
        {
            var unread = await each.TryAsync(async () =>
                writes += Print(console, Standstill.Of(link, state), await services.GetRequiredService<Connection>().DoAsync(c => services.GetRequiredService<Settler>().LookOnlyAsync(link, null, c), cancellation)));
            if (unread is null) continue;
            console.WriteLine($"{link.Link.Id} ({link.Link.OpportunityId ?? "not at AWS yet"}): cannot be planned. {OneByOne.Words(unread)}");
            foreach (var line in Standstill.Of(link, state)) console.WriteLine(line);
            failed++;
        }

        console.WriteLine($"{links.Count} co-sell opportunities {(id is null ? "due" : "named")}, {writes} writes planned{(failed > 0 ? $", {failed} could not be read" : "")}. Nothing was written.");
        return failed > 0 ? Guard.Failed : 0;
    }

    private static int Print(IAnsiConsole console, IEnumerable<string> standstill, Look look)
    {
        var (link, writes) = (look.View.Link, new PlannedWrites(look).All());
        console.WriteLine($"{link.Id} ({link.OpportunityId ?? "not at AWS yet"}): {(look.Plan.Steps.IsEmpty ? "nothing to write" : string.Join(", then ", look.Plan.Steps))}. {look.Plan.Report.Status}.");
        foreach (var line in standstill) console.WriteLine(line);
        if (writes.IsEmpty) return 0;
        var table = new Table().Border(TableBorder.Minimal);
        table.AddColumns("Side", "Operation", "Field or member", "Was", "Becomes", "Cause");
        foreach (var write in writes)
            table.AddRow(write.Side.ToString(), write.Operation, Terminal.Cell(write.Target, 90), Terminal.Cell(write.Was), Terminal.Cell(write.Value), Terminal.Cell(write.Cause, 120));
        console.Write(table);

        // What comes after a step is decided on what both sides hold then.
        if (look.Plan.Steps.Length == 1) console.WriteLine("Then both sides are read again, and what is left is decided anew.");
        return look.Plan.Steps.Count(s => s.Writes);
    }
}
