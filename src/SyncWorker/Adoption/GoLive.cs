using System.Collections.Immutable;
using SyncWorker.Core.Adoption;
using SyncWorker.Core.Opportunities;
using SyncWorker.Polling;
using SyncWorker.State;

namespace SyncWorker.Adoption;

/// <summary>Lets a connection write, once somebody has decided about everything that is open at AWS.</summary>
internal sealed class GoLive(Inventory inventory, ISyncStore store, TimeProvider time, ILogger<GoLive> logger)
{
    /// <param name="only">The deals that it is limited to, by AWS's numbers; where it is empty, all, unless writes are given: then a limit that holds stays.</param>
    /// <param name="writes">How many writes AWS gets on the first day; null leaves that as it is.</param>
    /// <param name="cancellation">Gives up before it is live.</param>
    /// <returns>Why not; empty where it is live now.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<string> only, int? writes, CancellationToken cancellation)
    {
        var state = await store.ConnectionAsync(cancellation);
        var links = await store.LinksAsync(cancellation);
        var undecided = state.IsLive ? [] : await inventory.UndecidedAsync(cancellation);
        string[] problems =
        [
            .. undecided.Where(o => o.IsOpen).Select(o => $"{o.Id} ({o.Status}) has no decision. Write {Decide.Adopt} or {Decide.Ignore} on its line of the file that adopt writes, and apply it."),
            .. only.Where(number => links.All(l => l.Link.OpportunityId != number)).Select(number => $"--only {number}: no deal here has that number. Adopt it first, or leave it out."),
        ];
        if (problems.Length > 0) return problems;
        foreach (var over in undecided) await LinkAsync(over, cancellation);
        await store.ChangeConnectionAsync(c => c with
        {
            IsStarted = true,
            IsLive = true,
            LiveSince = c.IsLive ? c.LiveSince : time.GetUtcNow(),
            Only = only.Count == 0 && writes is not null ? c.Only : [.. only.ToImmutableSortedSet(StringComparer.Ordinal)],
            FirstDayWrites = writes ?? c.FirstDayWrites,
        }, cancellation);

        // What waits for the first day to end may go now.
        if (writes is not null && state.IsLive) await store.MarkAsync([.. links.Where(l => l.Due > l.Cleared && l.NotBefore == state.FirstDayEnds).Select(l => new Mark(l.Link.Id, l.Priority))], cancellation);
        return [];
    }

    /// <summary>What is over at AWS needs nobody's decision: nothing is written there.</summary>
    private async Task LinkAsync(AwsOpportunity over, CancellationToken cancellation)
    {
        var known = await store.AddAsync(new Link { Id = LinkIds.ForOpportunity(over.Id), OpportunityId = over.Id, IsReadOnly = true }, cancellation);

        // An adoption that failed leaves a link that says nothing yet. Once there is a co-sell record, it says what the adoption read of the opportunity.
        if (known.Link is { IsReadOnly: false, RecordId: null, IsLeftAlone: false }) await store.RememberAsync(known.Link with { IsReadOnly = true }, known.Baseline, [], cancellation);
        await store.MarkAsync([new Mark(known.Link.Id, Priority.Edit)], cancellation);
        Log.LinkedReadOnly(logger, over.Id);
    }
}
