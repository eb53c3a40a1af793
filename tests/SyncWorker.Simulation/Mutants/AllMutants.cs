namespace SyncWorker.Simulation.Mutants;

/// <summary>Every mutant.</summary>
internal static class AllMutants
{
    public static IReadOnlyList<Mutant> List { get; } = [.. MutantsAtAws.All, .. MutantsInSalesforce.All, .. MutantsInStore.All, .. MutantsInSettings.All];
}
