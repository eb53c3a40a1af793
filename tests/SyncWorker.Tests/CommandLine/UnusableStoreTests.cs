using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SyncWorker.Commands;
using SyncWorker.State;
using SyncWorker.Tests.Hosting;

namespace SyncWorker.Tests.CommandLine;

/// <summary>A store that the verbs beside the service cannot use.</summary>
public sealed class UnusableStoreTests : IAsyncDisposable
{
    private readonly ConfigCopy _config = new();

    public ValueTask DisposeAsync() => _config.DisposeAsync();

    [Theory]
    [InlineData("status", "appsettings.json/below-a-file.db")]
    [InlineData("status", "picklists.yaml")]
    [InlineData("release", "picklists.yaml")]
    [InlineData("retry", "picklists.yaml")]
    [InlineData("retry O1", "appsettings.json/below-a-file.db")]
    [InlineData("explain O1", "picklists.yaml")]
    [InlineData("plan", "picklists.yaml")]
    [InlineData("restore 1", "picklists.yaml")]
    [InlineData("audit", "picklists.yaml")]
    [InlineData("go-live", "picklists.yaml")]
    [InlineData("adopt", "picklists.yaml")]
    public async Task A_store_that_cannot_be_opened_is_a_problem_of_configuration_to_every_verb(string verb, string path)
    {
        foreach (var (key, value) in _config.Given) _config.With(key.Split(':')[0], key.Split(':')[1], value);
        _config.With("State", "Path", _config.InFolder(path));
        Assert.Equal(2, await Verbs.Root().Parse([.. verb.Split(' '), "--config", _config.Folder.Path]).InvokeAsync());
    }

    [Fact]
    public void A_store_that_cannot_be_opened_names_the_setting_and_what_to_do()
    {
        _config.Given["State:Path"] = _config.InFolder("picklists.yaml");
        var problem = Assert.Throws<UnusableStoreException>(() => _config.Build().Services.GetRequiredService<ISyncStore>());
        Assert.StartsWith($"State:Path {_config.InFolder("picklists.yaml")} cannot be used: SQLite Error 26", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("Set it to a file on a volume that the worker may write to.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_breaks_while_a_verb_uses_it_is_a_problem_of_configuration() =>
        Assert.Equal(2, await Guard.RunAsync(() => throw new SqliteException("disk I/O error", 10)));

    [Theory]
    [InlineData("database is locked", 5)]
    [InlineData("database table is locked", 6)]
    public async Task A_store_that_another_process_holds_is_no_problem_of_configuration(string words, int code) =>
        Assert.Equal(1, await Guard.RunAsync(() => throw new SqliteException(words, code)));
}
