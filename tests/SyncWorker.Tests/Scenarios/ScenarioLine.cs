namespace SyncWorker.Tests.Scenarios;

/// <summary>One line of a scenario file.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Verb">What happens or is looked at.</param>
/// <param name="Rest">What stands after the colon; empty where nothing does.</param>
internal sealed record ScenarioLine(int Number, ScenarioVerb Verb, string Rest)
{
    /// <summary>The rest, cut at a word: <c>Next Step = Call</c> at <c>=</c>.</summary>
    public (string Before, string After) Cut(string at) => Rest.Split($" {at} ", 2) is [var before, var after]
        ? (before.Trim(), after.Trim())
        : throw new ScenarioFailedException($"line {Number}: there is no '{at}' in '{Rest}'");

    public bool Has(string word) => Rest.Contains($" {word} ", StringComparison.Ordinal);
}
