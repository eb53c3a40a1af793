using SyncWorker.Simulation.Oracle;
using SyncWorker.Simulation.People;
using SyncWorker.State;

namespace SyncWorker.Simulation.Worlds;

/// <summary>One run from its seed to its verdict.</summary>
internal static class Run
{
    private const int QuietCycles = 14;

    /// <summary>Runs an experiment.</summary>
    public static Verdict Of(Experiment experiment)
    {
        // All of it happens on this thread, whatever a test runner offers to continue on.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return Done(experiment);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>The command that shows a run in words.</summary>
    /// <param name="seed">Its seed.</param>
    /// <param name="proof">The proof whose run it is; null for the usual one.</param>
    public static string Replay(int seed, string? proof = null) => $"dotnet run --project tests/SyncWorker.Simulation -- trace {seed}{(proof is null ? "" : " --proof " + proof)}";

    /// <summary>The schedule goes round once.</summary>
    public static void Cycle(Universe universe, bool sweeps)
    {
        if (universe.IsQuiet || universe.Chance.Of(0.85)) universe.Run(w => w.Connection.PollSalesforceAsync(w.Life.Token));
        if (universe.IsQuiet || universe.Chance.Of(0.85)) universe.Run(w => w.Connection.PollPartnerCentralAsync(w.Life.Token));
        if (sweeps) universe.Run(w => w.Connection.SweepAsync(w.Life.Token));
        for (var hasMore = true; hasMore;)
        {
            hasMore = false;
            universe.Run(async w => hasMore = await w.Connection.DrainAsync(w.Life.Token));
        }
    }

    private static Verdict Done(Experiment experiment)
    {
        using var universe = new Universe(experiment);
        (experiment.People ?? AsTheyLike)(universe);
        universe.IsQuiet = true;
        Settle(universe);
        new Judge(universe).Run();
        experiment.AtTheEnd?.Invoke(universe);
        universe.Witness.Agreements.Contests.Tell(universe);
        return new Verdict(experiment.Seed, [.. universe.Violations], universe.Counts, universe.Trace.Hash);
    }

    /// <summary>People work for some cycles, each as they like.</summary>
    public static void AsTheyLike(Universe universe)
    {
        universe.HasMeddlers = true;
        universe.People.Begin();
        for (var cycle = 0; cycle < universe.Profile.Cycles; cycle++)
        {
            universe.Time.Pass(universe.Chance.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(25)));
            for (var deeds = universe.Chance.Between(0, 4); deeds > 0; deeds--) universe.People.Act();
            if (universe.Chance.Of(universe.Profile.RollOuts)) universe.Processes.RollOut();
            if (cycle == 1) universe.People.Complete();
            if (cycle == universe.Profile.Cycles - 1 && universe.Chance.Of(0.3)) universe.People.Do(Deed.OpportunityEdited);
            Cycle(universe, sweeps: universe.Chance.Of(0.15));
        }
    }

    /// <summary>Nobody edits and nothing fails any more: it must come to rest, and stay there.</summary>
    private static void Settle(Universe universe)
    {
        // A day's calls may be used up; otherwise what is under way must end, and tokens grow old.
        universe.Time.Pass(universe.Profile.WritesPerDay is null ? TimeSpan.FromMinutes(20) : TimeSpan.FromHours(25));
        if (ComesToRest(universe, sweeps: false)) new Judge(universe).WithoutSweep();
        Seek(universe);
        if (!ComesToRest(universe, sweeps: true)) universe.Violate("I4 it does not come to rest");
    }

    /// <summary>The opportunity of a referral that a colleague accepted is sought for ten minutes, and what nobody knows waits for that.</summary>
    private static void Seek(Universe universe)
    {
        if (!universe.Durable.LinksAsync(default).GetAwaiter().GetResult().Any(l => l.Link is { SoughtSince: not null, OpportunityId: null, IsWithoutOpportunity: false })) return;
        universe.Time.Pass(TimeSpan.FromMinutes(11));
        Cycle(universe, sweeps: false);
    }

    private static bool ComesToRest(Universe universe, bool sweeps)
    {
        // A cycle that sweeps looks at everything, so one of them tells enough. Who waits for a day's calls gets the next day's with each cycle.
        var (still, enough) = (0, sweeps ? 1 : 2);
        var (cycles, between) = universe.Profile.WritesPerDay is null ? (QuietCycles, TimeSpan.FromMinutes(3)) : (3 * QuietCycles, TimeSpan.FromHours(25));
        for (var cycle = 0; cycle < cycles && still < enough; cycle++)
        {
            var (before, calls) = (universe.Witness.Taken, new Idle(universe));
            Cycle(universe, sweeps);
            if (!sweeps) calls.Check();
            still = universe.Witness.Taken == before ? still + 1 : 0;
            universe.Time.Pass(between);
        }

        return still >= enough;
    }
}
