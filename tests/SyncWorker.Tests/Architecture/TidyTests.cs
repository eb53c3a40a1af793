namespace SyncWorker.Tests.Architecture;

/// <summary>The tree shows the design.</summary>
public sealed class TidyTests
{
    private const int LinesMax = 300;
    private static readonly string[] SaysNothing = ["Common", "Helpers", "Helper", "Managers", "Manager", "Services", "Utils", "Utilities", "Misc"];

    [Fact]
    public void A_file_holds_one_type() => Nothing.In(SourceFile.All.Where(f => f.Types.Distinct().Count() > 1).Select(f => $"{f.Path}: {string.Join(", ", f.Types)}"));

    [Fact]
    public void A_file_is_named_after_its_type() =>
        Nothing.In(SourceFile.All.Where(f => f.Types.Any() && f.Types.First() != f.Name.Split('.')[0]).Select(f => $"{f.Path}: {f.Types.First()}"));

    [Fact]
    public void A_namespace_is_its_folder() => Nothing.In(SourceFile.All.Where(f => f.Namespace is { } name && name != f.FolderNamespace).Select(f => $"{f.Path}: {f.Namespace}"));

    [Fact]
    public void Names_are_words_of_the_field() =>
        Nothing.In(SourceFile.All.Where(f => f.Path.Split('/').Any(SaysNothing.Contains) || SaysNothing.Any(n => f.Name.EndsWith(n, StringComparison.Ordinal))).Select(f => f.Path));

    [Fact]
    public void No_source_file_is_too_long_to_be_one_idea() => Nothing.In(SourceFile.All.Where(f => f.Lines > LinesMax).Select(f => $"{f.Path}: {f.Lines}"));

    [Fact]
    public void Nothing_is_left_undone() =>
        Nothing.In(SourceFile.All.Where(f => f.Text.Contains("NotImplementedException", StringComparison.Ordinal) || f.Text.Contains("TODO", StringComparison.Ordinal)).Select(f => f.Path));

    [Fact]
    public void Every_test_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "SyncWorker.sln"));
        var projects = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileName);
        Nothing.In(projects.Where(p => !solution.Contains(p!, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_readme_names_the_two_commands()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        Assert.Contains("dotnet run --project src/SyncWorker -- demo", readme, StringComparison.Ordinal);
        Assert.Contains("dotnet test", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_that_the_readme_names_exists()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var named = readme.Split('`').Where((_, i) => i % 2 == 1).Where(n => n.EndsWith(".cs", StringComparison.Ordinal) || n.StartsWith("config/", StringComparison.Ordinal));
        Nothing.In(named.Where(n => !File.Exists(Path.Combine(Repository.Root, n)) && !File.Exists(Path.Combine(Repository.Root, "src", n.Replace("Core/", "SyncWorker.Core/", StringComparison.Ordinal))) && !Directory.Exists(Path.Combine(Repository.Root, n))));
    }
}
