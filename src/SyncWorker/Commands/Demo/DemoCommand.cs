using System.Diagnostics;
using Spectre.Console;
using SyncWorker.Configuration;
using SyncWorker.Core.Mapping;
using SyncWorker.Emulators;
using SyncWorker.Hosting;
using SyncWorker.PartnerCentral;

namespace SyncWorker.Commands.Demo;

/// <summary>
/// The main job with no credentials: both emulators on free ports, the real worker against them over real HTTP, and a short day of sellers, colleagues and AWS people. What is printed is
/// read from the emulators.
/// </summary>
internal static class DemoCommand
{
    private const int Width = 170;

    public static async Task<int> RunAsync(string? config, bool keep, CancellationToken cancellation)
    {
        var folder = ConfigFolder.Find(config);
        var state = Directory.CreateTempSubdirectory("syncworker-demo-");
        try
        {
            using var world = new EmulatedWorld(TimeProvider.System, new EmulatedWorldOptions { SalesforceSource = folder.OrgPackage() });
            await using var emulators = await EmulatorHost.StartAsync(world, new EmulatorPorts(0, 0, 0), cancellation);
            await using var worker = WorkerHost.Build(folder, Settings(world, emulators, state.FullName), logToStandardError: true,
                services => services.AddSingleton(AwsCredentials.Given(world.PartnerCentralOptions.AccessKeyId, world.PartnerCentralOptions.SecretAccessKey)));
            await worker.StartWorkerAsync(cancellation);
            try
            {
                var passed = await PlayAsync(folder, emulators, cancellation);
                if (keep) await KeepAsync(emulators, cancellation);
                return passed ? 0 : 1;
            }
            finally
            {
                // The schedule stops before what its passes use is taken down.
                await worker.StopAsync(CancellationToken.None);
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            state.Delete(recursive: true);
        }
    }

    private static async Task<bool> PlayAsync(ConfigFolder folder, EmulatorHost emulators, CancellationToken cancellation)
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected) console.Profile.Width = Width;
        var map = FieldMapLoader.Load(folder.Path).Map!;
        using var control = new HttpClient { BaseAddress = emulators.ControlUrl };
        var people = new People(control);
        using var sides = new BothSides(people, map);
        var story = new Story(console, sides, TimeProvider.System, Stopwatch.StartNew(), cancellation);
        console.WriteLine("Ana and Tom sell in Salesforce, a colleague works in Partner Central, AWS's people answer. Both systems are emulated; the worker between them is the real one.");
        try
        {
            await new Day(people, story, map).PlayAsync();
            await story.UntilAsync("All", "both sides agree on every row of every deal", deals => SideBySide.Differences(map, deals).Any() ? null : deals[0]);
        }
        catch (DemoFailedException failed)
        {
            console.MarkupLineInterpolated($"[red]{failed.Message}[/]");
            return await CloseAsync(console, map, sides, failed: true);
        }

        return await CloseAsync(console, map, sides, failed: false);
    }

    private static async Task<bool> CloseAsync(IAnsiConsole console, FieldMap map, BothSides sides, bool failed)
    {
        var deals = await sides.LookAsync();
        SideBySide.Print(console, map, deals);
        foreach (var deal in deals.Where(d => d.Record["Sync_Error__c"] is not null)) console.WriteLine($"Sync Error of {deal.Title}: {deal.Record["Sync_Error__c"]}");
        var (line, missing) = new RowsTable(map, sides, deals).Print(console);
        var differences = SideBySide.Differences(map, deals).ToArray();
        foreach (var difference in differences) console.WriteLine("Differs: " + difference);
        foreach (var row in missing) console.WriteLine("Did not cross: " + row);
        console.WriteLine(line);
        return !failed && missing.IsEmpty && differences.Length == 0;
    }

    private static async Task KeepAsync(EmulatorHost emulators, CancellationToken cancellation)
    {
        await Console.Error.WriteLineAsync($"Kept running: Salesforce {emulators.SalesforceUrl}, Partner Central {emulators.PartnerCentralUrl}, control {emulators.ControlUrl}. Ctrl+C stops.");
        await Stopped.WaitAsync(cancellation);
    }

    /// <summary>A schedule of seconds. The emulated org has no long transactions, so its records are quiet sooner.</summary>
    private static Dictionary<string, string?> Settings(EmulatedWorld world, EmulatorHost emulators, string state) => new()
    {
        ["Salesforce:MyDomain"] = emulators.SalesforceUrl.ToString(),
        ["Salesforce:ClientId"] = world.SalesforceOptions.ClientId,
        ["Salesforce:ClientSecret"] = world.SalesforceOptions.ClientSecret,
        ["PartnerCentral:Catalog"] = "AWS",
        ["PartnerCentral:Endpoint"] = emulators.PartnerCentralUrl.ToString(),
        ["PartnerCentral:WritesPerSecond"] = "4",
        ["PartnerCentral:ReadsPerSecond"] = "40",
        ["State:Path"] = Path.Combine(state, "syncworker.db"),
        ["Operations:Port"] = "0",
        ["Schedules:PollSalesforce"] = "00:00:00.5",
        ["Schedules:PollPartnerCentral"] = "00:00:00.5",
        ["Schedules:Drain"] = "00:00:00.3",
        ["Schedules:Sweep"] = "00:00:03",
        ["Sync:StartLive"] = "true",
        ["Sync:QuietTime"] = "00:00:02",
        ["Sync:OpenDelay"] = "00:00:00.5",
        ["Serilog:MinimumLevel:Default"] = "Warning",
    };
}
