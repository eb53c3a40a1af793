using System.Reflection;
using System.Text.RegularExpressions;

namespace SyncWorker.Emulators.Tests;

/// <summary>The list of known differences is only worth something while its tests exist.</summary>
public sealed partial class DeviationTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "DEVIATIONS.md"));

    private static readonly HashSet<string> Tests =
        [.. typeof(DeviationTests).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Where(m => m.GetCustomAttribute<FactAttribute>() is not null).Select(m => m.Name)];

    public static TheoryData<string> PartnerCentral =>
        [.. Lines.SkipWhile(line => line != "## Partner Central").TakeWhile(line => line != "## Salesforce").Where(line => line.StartsWith("- ", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(PartnerCentral))]
    public void Every_difference_of_Partner_Central_names_its_tests_or_says_why_it_has_none(string line)
    {
        var end = End().Match(line);

        Assert.True(end.Success, line);
        Assert.True(end.Groups["name"].Captures.Count > 0 || end.Groups["why"].Value.Length > 10, line);
    }

    [Fact]
    public void Every_test_named_in_the_list_exists()
    {
        var named = Lines.SelectMany(line => End().Match(line).Groups["name"].Captures.Select(c => c.Value)).ToList();

        Assert.True(named.Count > 90, $"Only {named.Count} tests are named.");
        Assert.All(named, name => Assert.Contains(name, Tests));
    }

    [Theory]
    [InlineData("- Something. (`A_test`, `Another_one`)", true)]
    [InlineData("- Something. (not testable: nothing is there)", true)]
    [InlineData("- Something.", false)]
    [InlineData("- Something (an option).", false)]
    [InlineData("- Something. (not testable)", false)]
    public void A_line_ends_with_its_tests_or_a_reason(string line, bool isComplete) => Assert.Equal(isComplete, End().IsMatch(line));

    [GeneratedRegex(@" \((?:`(?<name>[A-Za-z0-9_]+)`(?:, `(?<name>[A-Za-z0-9_]+)`)*|not testable: (?<why>[^()]+))\)$")]
    private static partial Regex End();
}
