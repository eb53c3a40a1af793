using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.State;

namespace SyncWorker.Tests.State;

/// <summary>One process owns the connection, whatever the others believe.</summary>
public abstract class StoreOwnerContract
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>What is refused to a process that was taken over. <see cref="ISyncStore.ConnectionAsync"/> changes nothing, but a pass begins with it.</summary>
    private static readonly Dictionary<string, Func<ISyncStore, Task>> Commits = new()
    {
        [nameof(ISyncStore.TakeOverAsync)] = s => s.TakeOverAsync(default),
        [nameof(ISyncStore.AddAsync)] = s => s.AddAsync(new Link { Id = "new" }, default),
        [nameof(ISyncStore.MarkAsync)] = s => s.MarkAsync([new Mark("a", 5), new Mark("put off", 5)], default),
        [nameof(ISyncStore.ClearAsync)] = s => s.ClearAsync("a", 1, default),
        [nameof(ISyncStore.DelayAsync)] = s => s.DelayAsync("a", 3, At + TimeSpan.FromHours(1), default),
        [nameof(ISyncStore.FailAsync)] = s => s.FailAsync("a", 3, At, null, default),
        [nameof(ISyncStore.AskAsync)] = s => s.AskAsync("a", default),
        [nameof(ISyncStore.BeginAskedAsync)] = s => s.BeginAskedAsync("asked", default),
        [nameof(ISyncStore.WakeAsync)] = s => s.WakeAsync(default),
        [nameof(ISyncStore.RememberAsync)] = s => s.RememberAsync(new Link { Id = "a", OpportunityId = "O9" }, Baseline.Never with { Sequence = 9 }, [Line("loser")], default),
        [nameof(ISyncStore.HandOverAsync)] = s => s.HandOverAsync(new Link { Id = "a" }, new Link { Id = "put off", OpportunityId = "O9" }, Baseline.Never with { Sequence = 9 }, default),
        [nameof(ISyncStore.ChangeBaselineAsync)] = s => s.ChangeBaselineAsync("a", b => b with { Sequence = 9 }, [Line("audit")], default),
        [nameof(ISyncStore.AppendAsync)] = s => s.AppendAsync([Line("restore")], default),
        [nameof(ISyncStore.NoteAsync)] = s => s.NoteAsync([new KnownOpportunity("O9", "006", null, true)], default),
        [nameof(ISyncStore.MoveWatermarkAsync)] = s => s.MoveWatermarkAsync("w", "later", default),
        [nameof(ISyncStore.RememberOrgAsync)] = s => s.RememberOrgAsync("00D000000000009EAA", default),
        [nameof(ISyncStore.ConnectionAsync)] = s => s.ConnectionAsync(default),
        [nameof(ISyncStore.ChangeConnectionAsync)] = s => s.ChangeConnectionAsync(c => c with { Map = "other" }, default),
        [nameof(ISyncStore.CountCallsAsync)] = s => s.CountCallsAsync("writes", [new CallCount(At, 7)], At, default),
    };

    private protected abstract ISyncStore Store { get; }

    /// <summary>The same store as another process opens it.</summary>
    private protected abstract ISyncStore Another();

    public static TheoryData<string> CommitNames => [.. All];

    private static IEnumerable<string> All => typeof(ISyncStore).GetMethods().Select(m => m.Name).Except(StoreReads.Names);

    /// <summary>What also a guest may do.</summary>
    public static TheoryData<string> ChangeNames => [.. All.Except([nameof(ISyncStore.TakeOverAsync), nameof(ISyncStore.ConnectionAsync)])];

    [Theory]
    [MemberData(nameof(CommitNames))]
    public async Task A_commit_of_a_process_that_was_taken_over_changes_nothing(string commit)
    {
        await FillAsync();
        await Store.TakeOverAsync(default);
        await Another().TakeOverAsync(default);
        var before = await AllAsync();
        var refused = await Assert.ThrowsAsync<TakenOverException>(() => Commits[commit](Store));
        Assert.StartsWith("Another process has taken over this connection (fence 2, ours 1).", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await AllAsync());
    }

    [Theory]
    [MemberData(nameof(ChangeNames))]
    public async Task What_a_guest_does_beside_the_owner_is_kept_and_takes_nothing_away_from_it(string commit)
    {
        await FillAsync();
        await Store.TakeOverAsync(default);
        var before = await AllAsync();
        await Commits[commit](Another());
        Assert.NotEqual(before, await AllAsync());
        await Commits[commit](Store);
    }

    [Fact]
    public async Task The_youngest_process_owns_the_connection()
    {
        var (older, younger) = (Store, Another());
        Assert.Equal(1, await older.TakeOverAsync(default));
        await older.MoveWatermarkAsync("w", "older", default);
        Assert.Equal(2, await younger.TakeOverAsync(default));
        await Assert.ThrowsAsync<TakenOverException>(() => older.MoveWatermarkAsync("w", "older still", default));
        await younger.MoveWatermarkAsync("w", "younger", default);
        Assert.Equal("younger", await older.WatermarkAsync("w", default));
    }

    /// <summary>Something that every commit can change.</summary>
    private async Task FillAsync()
    {
        foreach (var id in (string[])["a", "asked", "put off"]) await Store.AddAsync(new Link { Id = id }, default);
        await Store.MarkAsync([new Mark("a", 0), new Mark("put off", 0)], default);
        await Store.AskAsync("asked", default);
        await Store.DelayAsync("put off", 0, At + TimeSpan.FromHours(1), default);
    }

    private async Task<string> AllAsync()
    {
        var store = Another();
        string[] all =
        [
            .. (await store.LinksAsync(default)).Select(l => $"{StoredJson.Write(l.Link)} {StoredJson.Write(l.Baseline)} {l.Due} {l.Cleared} {l.Priority} {l.Failures} {l.NotBefore:O} {l.OwnFailures} {l.ParkedAt:O} {l.IsAsked}"),
            .. (await store.DueAsync(DateTimeOffset.MaxValue, 100, [], default)).Select(l => l.Link.Id),
            .. (await store.JournalAsync(null, default)).Select(j => j.ToString()),
            .. (await store.OpenOpportunitiesAsync("006", null, default)).Select(o => o.ToString()),
            .. (await store.CallsAsync("writes", default)).Select(c => c.ToString()),
            await store.WatermarkAsync("w", default) ?? "",
            await store.OrgAsync(default) ?? "",
            StoredJson.Write(await store.ConnectionAsync(default)),
        ];
        return string.Join('\n', all);
    }

    private static JournalRecord Line(string kind) => new(At, "a", kind, null, "{}", null);
}
