using SyncWorker.Configuration;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.Salesforce;
using SyncWorker.Simulation.Rows;

namespace SyncWorker.Simulation.Worlds;

/// <summary>The configuration that the product ships with, beside the binary.</summary>
internal static class Shipped
{
    // They follow nothing unless an operator wants it: one that may be blank on either side, and one that is decided with others.
    private static readonly SimulatedRow[] Following = [SimulatedRows.NextStep, SimulatedRows.FirstName];

    public static string Config { get; } = ConfigFolder.Find(null).Path;

    /// <summary>The shipped field map, as an operator keeps it whose sellers write the next step and the contact's first name on the Opportunity.</summary>
    public static FieldMap Map { get; } = WithFollowing(FieldMapLoader.Load(Config).Map ?? throw new InvalidOperationException("The shipped field map has findings."));

    /// <summary>The same map as an operator keeps it who needs little: with the rows that AWS requires, that people edit in the runs, and that these depend on.</summary>
    public static FieldMap Short { get; } = Map.Without(Unneeded(Map), "nobody here needs it");

    private static FieldMap WithFollowing(FieldMap map)
    {
        var rows = map.Rows.Select(r => Following.FirstOrDefault(s => s.Label == r.Label) is { Followed: { } field } ? r with { Follows = new Follow($"Opportunity__r.{field}", FollowMode.Always) } : r);
        return new FieldMap(map.RecordType, [.. rows]) { Fingerprint = map.Fingerprint };
    }

    private static HashSet<string> Unneeded(FieldMap map)
    {
        string[] people = [.. SimulatedRows.All.Select(r => r.Label), Labels.Status, Labels.RejectionReason, Labels.MappedObjectId, Labels.ClosedLostReason, Labels.State, Labels.PostalCode, Labels.InvolvementType, Labels.OpportunityType];
        var kept = map.Units.Where(u => u.Any(r => r.Required || people.Contains(r.Label) || r.Fields.Any(CoSellQuery.Own.Contains))).SelectMany(u => u).ToArray();
        var names = kept.SelectMany(r => r.When.Select(w => w.Row)).Concat(kept.Select(r => r.Label)).ToHashSet();
        return [.. map.Units.Where(u => !u.Any(r => names.Contains(r.Label))).SelectMany(u => u).Select(r => r.Label)];
    }
}
