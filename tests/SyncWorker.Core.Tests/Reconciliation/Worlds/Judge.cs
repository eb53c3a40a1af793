using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Reconciliation.Worlds;

/// <summary>What must hold of a world once people and faults have come to rest.</summary>
internal static class Judge
{
    /// <summary>Lets the world come to rest, then looks at it.</summary>
    public static void Rest(World world)
    {
        world.Pass(200);
        world.Reviewed("Approved");
        var still = 0;
        for (var cycle = 0; cycle < 10 && still < 2; cycle++)
        {
            world.Pass(200);
            var before = world.Writes.Values.Sum();
            world.Settle();
            still = world.Writes.Values.Sum() == before ? still + 1 : 0;
        }

        if (still < 2) throw new LawBrokenException("idempotence: it never comes to rest");
        if (world.IsDisbelieved) return;
        foreach (var row in world.Map.Rows) Converged(world, row);
        NothingIsLost(world);
        NothingComesBack(world);
        ANewMapIsNoEdit(world);
    }

    private static void Converged(World world, Row row)
    {
        string? s = world.Value(row.Label, Place.CoSell), p = world.Value(row.Label, Place.Followed), a = world.Value(row.Label, Place.PartnerCentral);
        var fine = s == a || world.StandsApart(row) || row.Label switch
        {
            Maps.Problem => true,
            _ when row.Follows is not null => IsKeptBlank(world, row, s, p, a),
            Maps.Reason => world.Value(Maps.Type, Place.PartnerCentral) != "Expansion",
            _ => false,
        };
        if (!fine) throw new LawBrokenException($"convergence: {row} is {s} (follows {p}) in Salesforce and {a} in Partner Central");
    }

    /// <summary>
    /// AWS holds nothing, and empty means to follow. Where somebody cleared there what Salesforce still says, and no other record is followed now, the blank, or what lost against it, is in
    /// the journal.
    /// </summary>
    private static bool IsKeptBlank(World world, Row row, string? ours, string? followed, string? theirs)
    {
        if (theirs is not null || followed is null) return false;
        var isCleared = ours is not null && world.Puts.Any(p => p.Row == row.Label && p is { Place: Place.PartnerCentral, Value: null } && p.Replaced == ours);
        return world.Remapped || !isCleared || world.Journal.Any(j => j.Row == row.Label && (j.Value is null || Values.Canonical(row.Label, j.Value) == ours));
    }

    /// <summary>Each value that a person put ends as a final value, was replaced by a person, or is in the journal.</summary>
    private static void NothingIsLost(World world)
    {
        foreach (var put in world.Puts.Where(p => p.Value is not null && p.Row is not (Maps.Type or Maps.Activities or Maps.Status)))
        {
            if (Enum.GetValues<Place>().Any(place => world.Value(put.Row, place) == put.Value)) continue;
            if (world.Puts.Any(p => p.Row == put.Row && p.Replaced == put.Value)) continue;
            if (world.Journal.Any(j => j.Row == put.Row && Values.Canonical(put.Row, j.Value) == put.Value)) continue;
            throw new LawBrokenException($"the journal keeps each losing value: {put.Row} {put.Value} put in {put.Place} is gone");
        }

        // An element that was only ever added is in the end there.
        if (world.Map.Find(Maps.Activities) is null) return;
        var puts = world.Puts.Where(p => p.Row == Maps.Activities && p.Number >= world.Adopted).ToArray();
        var removed = puts.SelectMany(p => Elements(p.Replaced).Except(Elements(p.Value))).ToHashSet();
        var added = puts.SelectMany(p => Elements(p.Value).Except(Elements(p.Replaced))).ToHashSet();
        var final = Elements(world.Value(Maps.Activities, Place.CoSell)).ToHashSet();
        foreach (var element in added.Except(removed))
        {
            if (!final.Contains(element)) throw new LawBrokenException($"a list merges element by element: {element} was added and is gone");
        }
    }

    /// <summary>A value that was put once and that a person replaced is not there in the end, unless its replacement is in the journal.</summary>
    private static void NothingComesBack(World world)
    {
        foreach (var label in new[] { Maps.Comments, Maps.Campaign, Maps.Funding, Maps.Spend }.Where(l => world.Map.Find(l) is not null))
        {
            var puts = world.Puts.Where(p => p.Row == label).ToArray();
            foreach (var by in puts.Where(p => p.Replaced is not null && p.Value != p.Replaced))
            {
                var final = world.Value(label, Place.PartnerCentral);
                if (final != by.Replaced || puts.Count(p => p.Value == final) > 1) continue;
                if (world.Journal.Any(j => j.Row == label && Replacements(puts, by, 0).Contains(Values.Canonical(label, j.Value)))) continue;
                throw new LawBrokenException($"no resurrection: {label} {final} was replaced by {by.Value} in {by.Place} and is back");
            }
        }
    }

    private static IEnumerable<string?> Replacements(Put[] puts, Put by, int depth) =>
        depth > 8 ? [by.Value] : puts.Where(p => p.Number > by.Number && p.Replaced == by.Value).SelectMany(p => Replacements(puts, p, depth + 1)).Prepend(by.Value);

    private static void ANewMapIsNoEdit(World world)
    {
        var plan = world.Peek(Maps.Relabelled(world.Map));
        if (plan.Changes.FirstOrDefault() is { } change) throw new LawBrokenException($"a new map is no edit: {change.Row} is sent to {change.To}");
    }

    private static string[] Elements(string? set) => set?.Split(';') ?? [];
}
