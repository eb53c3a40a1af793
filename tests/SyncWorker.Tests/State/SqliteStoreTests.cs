using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.State;

namespace SyncWorker.Tests.State;

public sealed class SqliteStoreTests : SyncStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("syncworker-store-").FullName;

    public SqliteStoreTests() => Store = Open();

    private protected override ISyncStore Store { get; }

    private protected override ISyncStore Another() => Open();

    private string File => Path.Combine(_folder, "state", "syncworker.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_was_remembered_is_there_after_a_restart()
    {
        await Store.AddAsync(new Link { Id = "a" }, default);
        await Store.MarkAsync([new Mark("a", 1)], default);
        await Store.RememberAsync(new Link { Id = "a", OpportunityId = "O1" }, Baseline.Never with { Sequence = 7 }, [new JournalRecord(DateTimeOffset.UnixEpoch, "a", "loser", "Next Step", "{}", "ab12cd")], default);
        await Store.MoveWatermarkAsync("w", "2026-11-22T21:20:00.000+0000", default);
        SqliteConnection.ClearAllPools();
        var reopened = Open();
        var after = Assert.Single(await reopened.DueAsync(DateTimeOffset.UnixEpoch, 10, [], default));
        Assert.Equal(("O1", 7, 1), (after.Link.OpportunityId, after.Baseline.Sequence, after.Priority));
        Assert.Equal("ab12cd", Assert.Single(await reopened.JournalAsync("a", default)).Ref);
        Assert.Equal("2026-11-22T21:20:00.000+0000", await reopened.WatermarkAsync("w", default));
    }

    [Fact]
    public async Task Marks_made_at_the_same_time_are_all_counted()
    {
        await Store.AddAsync(new Link { Id = "a" }, default);
        var other = Open();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => (i % 2 == 0 ? Store : other).MarkAsync([new Mark("a", 0)], default))));
        Assert.Equal(40, (await Store.GetAsync("a", default))!.Due);
    }

    [Fact]
    public async Task Changes_of_the_connection_made_at_the_same_time_are_all_kept()
    {
        var other = Open();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => (i % 2 == 0 ? Store : other).ChangeConnectionAsync(c => c with { Only = c.Only.Add($"O{i}") }, default))));
        Assert.Equal(20, (await Store.ConnectionAsync(default)).Only.Distinct().Count());
    }

    [Fact]
    public async Task Processes_that_start_at_the_same_time_never_own_the_connection_together()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Open().TakeOverAsync(default))));
        Assert.Equal([1L, 2, 3, 4, 5, 6, 7, 8, 9, 10], numbers.Order());
    }

    [Fact]
    public async Task The_owner_s_number_grows_over_restarts_and_one_that_was_killed_is_followed_at_once()
    {
        Assert.Equal(1, await Store.TakeOverAsync(default));
        SqliteConnection.ClearAllPools();
        Assert.Equal(2, await Open().TakeOverAsync(default));
    }

    [Fact]
    public void The_file_is_written_ahead_so_that_readers_do_not_wait()
    {
        using var connection = new SqliteConnection($"Data Source={File}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        Assert.Equal("wal", command.ExecuteScalar());
    }

    private SqliteStore Open() => new(Options.Create(new StateOptions { Path = File }));
}
