using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SyncWorker.Commands;
using SyncWorker.Configuration;
using SyncWorker.Hosting;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Hosting;

public sealed class HostingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("syncworker-test-").FullName;

    public HostingTests()
    {
        foreach (var file in (string[])["appsettings.json", "field-map.yaml", "picklists.yaml"]) File.Copy(Path.Combine(Repository.Config, file), Path.Combine(_folder, file));
    }

    [Fact]
    public async Task Everything_missing_or_wrong_is_told_at_once()
    {
        var problem = await Assert.ThrowsAsync<ConfigurationProblemException>(() => BuildAsync(new() { ["Schedules:Drain"] = "banana", ["Sync:TieGosTo"] = "Salesforce", ["Operations:Address"] = "127.0.0.1" }));
        Assert.Equal(
        [
            "Salesforce:MyDomain is missing. Set it to the org's My Domain address, such as https://example.my.salesforce.com.",
            "Salesforce:ClientId is missing. Set it to the consumer key of the External Client App.",
            "Salesforce:PrivateKeyFile is missing, and so is a secret. Set one: Salesforce:PrivateKeyFile and Salesforce:Username sign in by JWT bearer, which is meant for production; Salesforce:ClientSecret (SYNCWORKER_Salesforce__ClientSecret) or Salesforce:ClientSecretFile signs in with client credentials.",
            "PartnerCentral:Catalog is missing. Set it to Sandbox to try things out, or to AWS.",
            "Sync: there is no setting 'TieGosTo'. Use one of StartLive, QuietTime, TieGoesTo, InFlight, PollOverlap, DrainBatch, OpenDelay, RetryDelay, RetryDelayMax, Tries, AcceptReferrals, SubmitAuto, AccountIdAtLaunched, Brakes.",
            "Schedules:Drain is 'banana'. Write an interval such as 00:00:30, or a cron expression such as 0/30 * * * * ?.",
        ],
        problem.Problems);
    }

    [Fact]
    public async Task A_problem_of_configuration_exits_with_2() => Assert.Equal(2, await Guard.RunAsync(() => throw new ConfigurationProblemException(["x"])));

    [Fact]
    public async Task A_log_level_that_is_none_is_told()
    {
        var problem = await Assert.ThrowsAsync<ConfigurationProblemException>(() => BuildAsync(new() { ["Serilog:MinimumLevel:Default"] = "Informational" }));
        Assert.StartsWith("Serilog: The value Informational is not a valid Serilog level.", Assert.Single(problem.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_map_leaves_the_last_good_one_running_and_a_mended_one_is_taken()
    {
        var holder = new MapHolder(FieldMapLoader.Load(_folder).Map!);
        var before = holder.Current;
        var file = Path.Combine(_folder, "field-map.yaml");
        var good = File.ReadAllText(file);
        var logs = new CollectedLogs();
        using var logging = LoggerFactory.Create(l => l.AddProvider(logs));
        using var watcher = new MapWatcher(holder, new ConfigFolder(_folder), new FakeTimeProvider(), logging.CreateLogger<MapWatcher>());

        File.WriteAllText(file, good.Replace("opportunity.LifeCycle.NextSteps", "opportunity.LifeCycle.NextStep", StringComparison.Ordinal));
        watcher.Load();
        Assert.Same(before, holder.Current);
        Assert.Contains(logs.Lines, l => l.Contains("field-map.yaml:", StringComparison.Ordinal) && l.Contains("NextStep", StringComparison.Ordinal));
        Assert.NotEmpty(holder.Findings);

        File.WriteAllText(file, good);
        watcher.Load();
        holder.Enter();
        Assert.NotSame(before, holder.Current);
        Assert.Empty(holder.Findings);
    }

    [Fact]
    public void The_folder_is_found_above_the_working_directory_or_where_it_is_named()
    {
        Assert.Equal(Path.GetFullPath(_folder), ConfigFolder.Find(_folder).Path);
        Assert.Throws<ConfigurationProblemException>(() => ConfigFolder.Find(Path.GetTempPath()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task BuildAsync(Dictionary<string, string?> settings)
    {
        settings["State:Path"] = Path.Combine(_folder, "store.db");
        await using var app = WorkerHost.Build(new ConfigFolder(_folder), settings, logToStandardError: true);
    }
}
