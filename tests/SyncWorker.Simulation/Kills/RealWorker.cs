using System.Diagnostics;
using System.Globalization;
using SyncWorker.Emulators;

namespace SyncWorker.Simulation.Kills;

/// <summary>The published worker in a process of its own, with emulators on the loopback address for both systems.</summary>
/// <param name="published">The folder of the published worker.</param>
/// <param name="state">A folder for its store and its log.</param>
/// <param name="world">Both systems.</param>
/// <param name="host">Where they answer.</param>
internal sealed class RealWorker(string published, string state, EmulatedWorld world, EmulatorHost host) : IDisposable
{
    private Process? _process;

    /// <summary>Where the worker's log goes, one process after the other.</summary>
    public string Log { get; } = Path.Combine(state, "worker.log");

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Starts it.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(published, "SyncWorker.dll"), "run"]) { WorkingDirectory = state, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Settings()) start.Environment[name] = value;
        _process = Process.Start(start) ?? throw new InvalidOperationException("The worker did not start.");
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Kills it where it stands: SIGKILL, which no process hears.</summary>
    public void Kill()
    {
        if (_process is null) return;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    public void Dispose() => Kill();

    private void Note(string? line)
    {
        if (line is null) return;
        lock (Log) File.AppendAllText(Log, line + "\n");
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["AWS_ACCESS_KEY_ID"] = world.PartnerCentralOptions.AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = world.PartnerCentralOptions.SecretAccessKey,
        ["SYNCWORKER_Salesforce__MyDomain"] = host.SalesforceUrl.ToString(),
        ["SYNCWORKER_Salesforce__ClientId"] = world.SalesforceOptions.ClientId,
        ["SYNCWORKER_Salesforce__ClientSecret"] = world.SalesforceOptions.ClientSecret,
        ["SYNCWORKER_Salesforce__RequestTimeout"] = "00:00:05",
        ["SYNCWORKER_PartnerCentral__Catalog"] = "AWS",
        ["SYNCWORKER_PartnerCentral__Endpoint"] = host.PartnerCentralUrl.ToString(),
        ["SYNCWORKER_PartnerCentral__WritesPerSecond"] = 20.ToString(CultureInfo.InvariantCulture),
        ["SYNCWORKER_PartnerCentral__ReadsPerSecond"] = 100.ToString(CultureInfo.InvariantCulture),

        // Each kill loses the block of calls that was counted ahead, ten seconds of them: at this speed, a hundred kills use a day up.
        ["SYNCWORKER_PartnerCentral__WritesPerDay"] = 1_000_000.ToString(CultureInfo.InvariantCulture),
        ["SYNCWORKER_PartnerCentral__ReadsPerDay"] = 1_000_000.ToString(CultureInfo.InvariantCulture),
        ["SYNCWORKER_State__Path"] = Path.Combine(state, "syncworker.db"),
        ["SYNCWORKER_Operations__Port"] = "0",
        ["SYNCWORKER_Schedules__PollSalesforce"] = "00:00:00.5",
        ["SYNCWORKER_Schedules__PollPartnerCentral"] = "00:00:00.5",
        ["SYNCWORKER_Schedules__Drain"] = "00:00:00.3",
        ["SYNCWORKER_Schedules__Sweep"] = "00:00:20",
        ["SYNCWORKER_Sync__StartLive"] = "true",
        ["SYNCWORKER_Sync__QuietTime"] = "00:00:02",
        ["SYNCWORKER_Sync__OpenDelay"] = "00:00:00.5",
        ["SYNCWORKER_Sync__RetryDelay"] = "00:00:00.5",
        ["SYNCWORKER_Sync__RetryDelayMax"] = "00:00:05",
        ["SYNCWORKER_Sync__InFlight"] = "00:00:10",
    };
}
