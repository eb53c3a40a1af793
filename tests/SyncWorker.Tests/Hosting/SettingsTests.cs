using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SyncWorker.Hosting;
using SyncWorker.Salesforce;

namespace SyncWorker.Tests.Hosting;

public sealed class SettingsTests : IAsyncDisposable
{
    private readonly ConfigCopy _config = new();

    private IOptionsMonitor<SyncOptions> Sync => _config.Services.GetRequiredService<IOptionsMonitor<SyncOptions>>();

    private RefusedSettings Refused => _config.Services.GetRequiredService<RefusedSettings>();

    public ValueTask DisposeAsync() => _config.DisposeAsync();

    [Fact]
    public void The_shipped_settings_lack_only_what_is_the_partners_own()
    {
        _config.Given = [];
        Assert.Equal(["Salesforce:MyDomain", "Salesforce:ClientId", "Salesforce:PrivateKeyFile", "PartnerCentral:Catalog"], _config.Problems().Select(p => p.Split(' ')[0]));
    }

    [Fact]
    public void All_problems_of_the_file_of_all_sections_and_of_the_map_are_told_at_once()
    {
        _config.Given["Salesforce:ClientId"] = null;
        _config.Given.Remove("Operations:Port");
        _config.With("Sync", "QuietTime", "soon").With("Sync", "Quite", 1).With("Schedules", "Drain", "sometimes").With("Operations", "Port", 70000).With("Schedulez", "Drain", "00:00:05");
        _config.Write("field-map.yaml", _config.Text("field-map.yaml").Replace("flow: toSalesforce", "flow: twice", StringComparison.Ordinal));
        var problems = _config.Problems();
        foreach (var start in (string[])["appsettings.json: there is no section Schedulez", "Schedules:Drain is 'sometimes'", "Sync:QuietTime is 'soon'", "Sync: there is no setting 'Quite'",
            "Salesforce:ClientId is missing", "Operations:Port must be", "field-map.yaml:"])
            Assert.Contains(problems, p => p.StartsWith(start, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Sync", "TieGoesTo", "Nobody", "Sync:TieGoesTo is 'Nobody'. Write one of Salesforce, PartnerCentral.")]
    [InlineData("Sync", "TieGoesTo", "5", "Sync:TieGoesTo must be Salesforce or PartnerCentral.")]
    [InlineData("Sync", "DrainBatch", "many", "Sync:DrainBatch is 'many'. Write a whole number.")]
    [InlineData("Sync", "DrainBatch", "0", "Sync:DrainBatch must be between 1 and 10000.")]
    [InlineData("Sync", "QuietTime", "30", "Sync:QuietTime must be between 00:00:01 and 00:10:00.")]
    [InlineData("Sync:Brakes", "ChangedShare", "half", "Sync:Brakes:ChangedShare is 'half'. Write a number such as 0.5.")]
    [InlineData("Sync:Brakes", "ChangedShare", "50", "Sync:Brakes:ChangedShare must be between 0.01 and 1.")]
    [InlineData("Sync:Brakes", "RecordsMin", "0", "Sync:Brakes:RecordsMin must be between 1 and 1000000.")]
    [InlineData("Sync:Brakes", "Blanks", "9", "Sync:Brakes: there is no setting 'Blanks'. Use one of RecordsMin, MissingShare, ChangedShare, BlanksMax, MapWritesMax, OtherTools.")]
    [InlineData("PartnerCentral", "ReadsPerSecond", "fast", "PartnerCentral:ReadsPerSecond is 'fast'. Write a number such as 0.5.")]
    [InlineData("Operations", "Address", "localhost", "Operations:Address is 'localhost', which is no IP address. Write 127.0.0.1, or 0.0.0.0 in a container.")]
    [InlineData("Salesforce", "MyDomain", "http://example.my.salesforce.com", "Salesforce:MyDomain is 'http://example.my.salesforce.com/', which is no https address. Set it to the org's My Domain address, such as https://example.my.salesforce.com.")]
    [InlineData("State", "Path", "", "State:Path is empty. Set it to the file in which the worker remembers, such as state/syncworker.db.")]
    public void A_value_that_cannot_be_is_told_with_what_to_write(string section, string key, string value, string problem)
    {
        _config.Given[$"{section}:{key}"] = value;
        Assert.Equal([problem], _config.Problems());
    }

    [Theory]
    [InlineData("30")]
    [InlineData("00:00:00.01")]
    [InlineData("2.00:00:00")]
    [InlineData("-00:00:05")]
    [InlineData("0 0 0 * *")]
    [InlineData("")]
    public void A_schedule_that_is_none_is_refused(string schedule)
    {
        _config.Given["Schedules:Sweep"] = schedule;
        Assert.StartsWith($"Schedules:Sweep is '{schedule}'.", Assert.Single(_config.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_file_that_cannot_be_read_is_told_with_its_name()
    {
        _config.Given["Salesforce:ClientSecret"] = "";
        _config.Given["Salesforce:ClientSecretFile"] = _config.InFolder("no-such-secret");
        Assert.StartsWith($"Salesforce:ClientSecretFile cannot be read: Could not find file '{_config.InFolder("no-such-secret")}'.", Assert.Single(_config.Problems()), StringComparison.Ordinal);

        File.WriteAllText(_config.InFolder("no-such-secret"), "secret\n");
        Assert.Empty(_config.Problems());
    }

    [Fact]
    public void A_key_that_stands_twice_in_the_file_is_told()
    {
        _config.Write("appsettings.json", """{ "Sync": { "DrainBatch": 1, "DrainBatch": 2 } }""");
        var problem = Assert.Single(_config.Problems());
        Assert.Contains("Sync:DrainBatch", problem, StringComparison.Ordinal);
        Assert.EndsWith("Write one object, with each key once.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_json_is_told_with_its_line()
    {
        _config.Write("appsettings.json", "{\n  \"Sync\": {,\n}");
        Assert.StartsWith("appsettings.json:2: the file is not JSON.", Assert.Single(_config.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        File.Delete(_config.InFolder("appsettings.json"));
        Assert.Equal(["appsettings.json is missing. Put it into the configuration folder."], _config.Problems());
    }

    [Fact]
    public void Every_options_type_that_is_validated_is_a_section()
    {
        _config.Build();
        var options = typeof(WorkerHost).Assembly.GetTypes().SelectMany(t => t.GetInterfaces()).Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidateOptions<>))
            .Select(i => i.GenericTypeArguments[0]).Distinct().ToArray();
        Assert.NotEmpty(options);
        Assert.All(options, o => Assert.NotNull(_config.Services.GetService(typeof(SettingsSection<>).MakeGenericType(o))));
    }

    [Fact]
    public void A_secret_may_stand_in_a_file()
    {
        _config.Write("secret", "from the file\n");
        _config.Given["Salesforce:ClientSecret"] = null;
        _config.Given["Salesforce:ClientSecretFile"] = _config.InFolder("secret");
        _config.Build();
        Assert.Equal("from the file", _config.Services.GetRequiredService<IOptions<SalesforceOptions>>().Value.Secret());
    }

    [Fact]
    public void The_environment_stands_above_the_file()
    {
        // No other test looks at this one.
        Environment.SetEnvironmentVariable("SYNCWORKER_Sync__OpenDelay", "00:00:07");
        try
        {
            _config.With("Sync", "OpenDelay", "00:00:06").Build();
            Assert.Equal(TimeSpan.FromSeconds(7), Sync.CurrentValue.OpenDelay);
        }
        finally
        {
            Environment.SetEnvironmentVariable("SYNCWORKER_Sync__OpenDelay", null);
        }
    }

    [Fact]
    public void A_change_is_taken_without_a_restart()
    {
        _config.Build();
        var (sync, heard) = (Sync, 0);
        using var listening = sync.OnChange((_, _) => heard++);
        _config.With("Sync", "QuietTime", "00:00:20").Reload();
        Assert.Equal((TimeSpan.FromSeconds(20), true), (sync.CurrentValue.QuietTime, heard > 0));
    }

    [Theory]
    [InlineData("QuietTime", "5.00:00:00")]
    [InlineData("QuietTime", "soon")]
    [InlineData("Quite", "00:00:20")]
    public void A_bad_change_leaves_the_last_good_settings_in_use_and_is_told_once_until_it_is_mended(string key, string value)
    {
        var good = _config.Text("appsettings.json");
        _config.Build();
        var sync = Sync;
        _config.With("Sync", "DrainBatch", 7).With("Sync", key, value).Reload();
        Assert.Equal((TimeSpan.FromSeconds(10), 200), (sync.CurrentValue.QuietTime, sync.CurrentValue.DrainBatch));
        _config.Reload();
        Assert.Single(_config.Logs.Lines, l => l.Contains("Settings not taken", StringComparison.Ordinal));
        Assert.Contains(key, Assert.Single(Refused.Problems), StringComparison.Ordinal);

        _config.Write("appsettings.json", good);
        _config.With("Sync", "DrainBatch", 8).Reload();
        Assert.Equal(8, sync.CurrentValue.DrainBatch);
        Assert.Empty(Refused.Problems);
    }

    [Fact]
    public void A_section_that_is_misspelt_while_running_does_not_fall_back_to_defaults()
    {
        _config.With("Sync", "DrainBatch", 7).Build();
        var sync = Sync;
        _config.Write("appsettings.json", _config.Text("appsettings.json").Replace("\"Sync\"", "\"Sink\"", StringComparison.Ordinal));
        _config.Reload();
        Assert.Equal(7, sync.CurrentValue.DrainBatch);
        Assert.Contains("no section Sink", Assert.Single(Refused.Problems), StringComparison.Ordinal);
    }
}
