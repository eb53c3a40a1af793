using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Scenarios;

public sealed class ScenarioTests
{
    private const string Ending = ".scenario.txt";

    private static string Folder => Path.Combine(Repository.Root, "tests", "SyncWorker.Tests", "Scenarios");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*" + Ending).Select(f => Path.GetFileName(f)[..^Ending.Length]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_scenario_comes_out_as_written(string name)
    {
        var lines = ScenarioReader.Read(await File.ReadAllTextAsync(Path.Combine(Folder, name + Ending)));
        await using var world = new World();
        await new ScenarioRunner(world).RunAsync(lines);
    }

    [Fact]
    public void An_unknown_word_is_named_with_its_line()
    {
        var failure = Assert.Throws<ScenarioFailedException>(() => ScenarioReader.Read("# a remark\n\nSync\nSeller dreams: Next Step = Call"));
        Assert.Equal("line 4: 'Seller dreams' is none of the scenario words", failure.Message);
    }

    [Fact]
    public void The_vocabulary_has_at_most_fifteen_words() => Assert.InRange(Enum.GetValues<ScenarioVerb>().Length, 1, 15);
}
