using System.Collections.Concurrent;

namespace SyncWorker.Tests.EditabilityCells;

/// <summary>Plays the whole matrix once: a world for each state, every edit in each.</summary>
public sealed class EditabilityWorlds : IAsyncLifetime
{
    private readonly ConcurrentDictionary<(string State, string Member), CellOutcome> _seen = new();

    public Task InitializeAsync() => Parallel.ForEachAsync(Matrix.States, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (state, _) =>
    {
        await using var world = await EditedWorld.InAsync(state);
        foreach (var edit in FieldEdits.All) _seen[(state, edit.Member)] = await world.EditAsync(edit);
    });

    public Task DisposeAsync() => Task.CompletedTask;

    internal CellOutcome Seen(string state, string member) => _seen[(state, member)];
}
