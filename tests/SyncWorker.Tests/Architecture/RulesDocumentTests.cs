using System.Text.RegularExpressions;

namespace SyncWorker.Tests.Architecture;

/// <summary>The document of Partner Central's rules says nothing that no test holds.</summary>
public sealed partial class RulesDocumentTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "partner-central-rules.md"));
    private static readonly Match[] Rules = [.. Lines.Select(l => Rule().Match(l)).Where(m => m.Success)];

    [Fact]
    public void Every_name_is_a_test_or_a_scenario()
    {
        var tests = CodeFile.Under("tests").SelectMany(f => TestMethod().Matches(f.Text)).Select(m => m.Groups["name"].Value);
        var scenarios = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.scenario.txt", SearchOption.AllDirectories).Select(f => Path.GetFileName(f).Replace(".scenario.txt", "", StringComparison.Ordinal));
        var known = tests.Concat(scenarios).ToHashSet(StringComparer.Ordinal);
        Nothing.In(Rules.SelectMany(r => Name().Matches(r.Value), (r, name) => (Rule: r.Groups["number"].Value, Name: name.Groups["name"].Value)).Where(n => !known.Contains(n.Name)).Select(n => $"{n.Rule}: {n.Name}"));
    }

    [Fact]
    public void Every_quotation_begins_a_line_of_the_deviations()
    {
        var deviations = File.ReadAllLines(Path.Combine(Repository.Root, "src", "SyncWorker.Emulators", "DEVIATIONS.md")).Select(l => l.Replace("`", "", StringComparison.Ordinal)).ToArray();
        Nothing.In(Rules.SelectMany(r => Quotation().Matches(r.Value), (r, quoted) => (Rule: r.Groups["number"].Value, Words: quoted.Groups["words"].Value))
            .Where(q => !deviations.Any(d => d.StartsWith("- " + q.Words, StringComparison.Ordinal))).Select(q => $"{q.Rule}: {q.Words}"));
    }

    [Fact]
    public void Every_rule_has_a_test_or_a_line_of_the_deviations() =>
        Nothing.In(Rules.Where(r => !Name().IsMatch(r.Value) && !Quotation().IsMatch(r.Value)).Select(r => r.Value));

    [Fact]
    public void Every_point_is_a_numbered_rule() => Nothing.In(Lines.Where(l => l.StartsWith("- ", StringComparison.Ordinal) && !Rule().IsMatch(l)));

    [Fact]
    public void Numbers_are_consecutive_in_each_section()
    {
        var numbers = Rules.Select(r => r.Groups["number"].Value.Split('.')).GroupBy(n => n[0], n => int.Parse(n[1])).ToArray();
        Assert.Equal(["2", "3", "4", "5", "7", "8"], numbers.Select(s => s.Key));
        Assert.All(numbers, section => Assert.Equal(Enumerable.Range(1, section.Count()), section));
    }

    [GeneratedRegex(@"^- (?<number>\d+\.\d+) .+$")]
    private static partial Regex Rule();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Name();

    [GeneratedRegex("Chosen: \"(?<words>[^\"]+)\"")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\[(?:Fact|Theory)\b[^\n]*\n(?:\s*\[[^\n]*\n)*\s*public (?:async Task|Task|void) (?<name>\w+)\(")]
    private static partial Regex TestMethod();
}
