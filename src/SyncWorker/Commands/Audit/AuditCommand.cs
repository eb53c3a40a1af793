using Spectre.Console;
using SyncWorker.Auditing;
using SyncWorker.Connections;
using SyncWorker.Hosting;
using SyncWorker.State;

namespace SyncWorker.Commands.Audit;

/// <summary>Compares both sides for every link and prints what differs without a recorded reason, field by field. Writes to neither side, and repairs only when asked to.</summary>
internal static class AuditCommand
{
    public static async Task<int> RunAsync(string? config, bool full, bool repair, CancellationToken cancellation)
    {
        await using var app = WorkerHost.Build(ConfigFolder.Find(config), logToStandardError: true);
        return await RunAsync(app.Services, Terminal.Wide(), full, repair, cancellation);
    }

    public static async Task<int> RunAsync(IServiceProvider services, IAnsiConsole console, bool full, bool repair, CancellationToken cancellation)
    {
        if (repair && (await services.GetRequiredService<ISyncStore>().ConnectionAsync(cancellation)).WhyNothingIsWritten is { } why) throw new VerbFailedException($"Nothing is repaired, because {why}");
        var report = await services.GetRequiredService<Auditor>().RunAsync(full, cancellation);
        if (!report.Drifts.IsEmpty) console.Write(Drifts(report));
        foreach (var deal in report.Unread) console.WriteLine($"{deal}");
        console.WriteLine($"Compared {report.Links} links with {report.Records} co-sell records and {report.Opportunities} opportunities; {report.Read} deals were read on both sides{Unread(report.Unread.Length)}. {Count(report.Drifts.Length)} without a recorded reason{(report.Unread.IsEmpty ? "" : " in the others")}.");
        if (report.Drifts.IsEmpty) return report.Unread.IsEmpty ? 0 : Guard.Failed;
        if (!repair) console.WriteLine("Nothing was changed. With --repair what was accounted for wrongly is forgotten, and what is due is marked: the ordinary settle decides.");
        else await RepairAsync(services, console, report, cancellation);
        return Guard.Drift;
    }

    private static async Task RepairAsync(IServiceProvider services, IAnsiConsole console, AuditReport report, CancellationToken cancellation)
    {
        foreach (var line in await services.GetRequiredService<Connection>().DoAsync(c => services.GetRequiredService<Repair>().RunAsync(report, c), cancellation)) console.WriteLine(line);
    }

    private static string Count(int drifts) => drifts switch { 0 => "No difference", 1 => "1 difference", _ => $"{drifts} differences" };

    private static string Unread(int deals) => deals == 0 ? "" : $", {deals} could not be read";

    private static Table Drifts(AuditReport report)
    {
        var table = new Table().Border(TableBorder.Minimal);
        table.AddColumns("Clazar Id", "Record", "Opportunity", "Row", "Salesforce", "Partner Central", "What");
        foreach (var drift in report.Drifts)
            table.AddRow(Terminal.Cell(drift.LinkId), Terminal.Cell(drift.RecordId), Terminal.Cell(drift.OpportunityId), Terminal.Cell(drift.Row), Terminal.Cell(drift.Salesforce), Terminal.Cell(drift.PartnerCentral), Terminal.Cell($"{drift.Kind}: {drift.Words}", 120));
        return table;
    }
}
