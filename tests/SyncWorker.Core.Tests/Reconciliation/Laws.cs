using CsCheck;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Reconciliation;

/// <summary>The laws of the decision rule, each over any rule, so that a rule with a deliberate fault can be tried too.</summary>
internal static class Laws
{
    /// <summary>Edits, reverts, blanks, followed values, reviews, lost answers and crashes in any order: all comes to rest, equal, with nothing lost and nothing back from the dead.</summary>
    public static void Any_history_comes_to_rest(Rule rule, long cases) => History.Any.Sample(
        history =>
        {
            var world = new World(rule, Maps.Part(history.Rows), (history.Start & 1) == 0 ? "Approved" : "In review", (history.Start & 8) == 0 ? Side.Salesforce : Side.PartnerCentral);
            world.Born((history.Start & 2) != 0, (history.Start & 4) != 0);
            world.Settle();
            world.Live(history.Happenings);
            Judge.Rest(world);
        },
        iter: cases);
}
