using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.State;

namespace SyncWorker.Tests.State;

public sealed class SqliteStoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("syncworker-test-").FullName;

    [Fact]
    public async Task A_mark_made_while_settling_is_not_lost()
    {
        var store = Open();
        await store.AddAsync(new Link { Id = "l1", RecordId = "r1" }, default);
        await store.MarkAsync([new Mark("l1", 0)], default);
        var due = Assert.Single(await store.DueAsync(Now, 10, default));
        await store.MarkAsync([new Mark("l1", 0)], default);
        await store.ClearAsync("l1", due.Due, default);
        Assert.Single(await store.DueAsync(Now, 10, default));
    }

    [Fact]
    public async Task A_record_has_one_link()
    {
        var store = Open();
        await store.AddAsync(new Link { Id = "l1", RecordId = "r1" }, default);
        Assert.Equal("l1", (await store.AddAsync(new Link { Id = "l2", RecordId = "r1" }, default)).Link.Id);
        Assert.Single(await store.LinksAsync(default));
    }

    [Fact]
    public async Task The_highest_priority_goes_first_and_what_is_put_off_waits()
    {
        var store = Open();
        foreach (var id in (string[])["a", "b", "c"]) await store.AddAsync(new Link { Id = id, RecordId = id }, default);
        await store.MarkAsync([new Mark("a", 0), new Mark("b", 2), new Mark("c", 1)], default);
        await store.DelayAsync("c", 1, Now.AddSeconds(1), default);
        Assert.Equal(["b", "a"], (await store.DueAsync(Now, 10, default)).Select(l => l.Link.Id));
        Assert.Equal(["b", "c", "a"], (await store.DueAsync(Now.AddSeconds(1), 10, default)).Select(l => l.Link.Id));
    }

    [Fact]
    public async Task What_is_remembered_survives_reopening()
    {
        var link = new Link { Id = "l1", RecordId = "r1", OpportunityId = "O1", SubmittedAt = "2026-11-23T08:00:00.123456789Z" };
        var baseline = Baseline.Never.With("Next Step", new RowAccount(new Accounted("\"a\"", "a"), default, new Accounted("null", null), true)) with
        {
            Sent = [new SentWrite { To = Side.Salesforce, GuardVersion = "v", Nonce = "w1", At = Now, Parts = ImmutableDictionary<string, SentPart>.Empty.Add("Next Step", new SentPart(default, default, default, null)) }],
            Intent = new Intent { Kind = StepKind.Submit, Token = "t", Body = "{}" },
            Refusals = ImmutableDictionary<string, Refusal>.Empty.Add("k", new Refusal("f", "words")),
            SalesforceDate = Now,
            Sequence = 7,
        };
        var store = Open();
        await store.AddAsync(new Link { Id = "l1", RecordId = "r1" }, default);
        await store.RememberAsync(link, baseline, [new JournalRecord(Now, "l1", "loser", "Next Step", "{}", "ab12cd")], default);
        await store.MoveWatermarkAsync("w", "2026-11-22T21:20:00.000+0000", default);

        var reopened = Open();
        var state = (await reopened.FindByOpportunityAsync("O1", default))!;
        Assert.Equal(link, state.Link);
        Assert.Equal(StoredJson.Write(baseline), StoredJson.Write(state.Baseline));
        Assert.Equal("w1", Assert.Single(state.Baseline.Sent).Nonce);
        Assert.Equal("ab12cd", Assert.Single(await reopened.JournalAsync("l1", default)).Ref);
        Assert.Equal("2026-11-22T21:20:00.000+0000", await reopened.WatermarkAsync("w", default));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private SqliteStore Open() => new(Options.Create(new StateOptions { Path = Path.Combine(_folder, "store.db") }));
}
