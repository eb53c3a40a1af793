using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Scenarios;

/// <summary>Plays every scenario file.</summary>
public sealed class ScenarioTests
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "SyncWorker.Tests", "Scenarios");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.txt").Select(f => Path.GetFileName(f)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Plays_as_written(string file)
    {
        await using var world = new World();
        await new ScenarioRunner(world).PlayAsync(Scenario.Read(Path.Combine(Folder, file)));
    }
}
