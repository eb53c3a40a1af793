using System.Text.RegularExpressions;
using SyncWorker.Commands;

namespace SyncWorker.Tests.Architecture;

/// <summary>What a newcomer clones is whole, and tied to no machine.</summary>
public sealed partial class RepositoryTests
{
    // Written in two halves, so that this file does not name itself.
    private static readonly string[] MachinePaths = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "/t" + "mp/", "C:" + "\\Users"];
    private static readonly string[] PackageHosts = ["nuget" + ".org", "myget" + ".org", "nuget.pkg." + "github.com", "pkgs.dev." + "azure.com", "arti" + "factory", "npm" + "js.org", "npm" + "js.com"];

    [Fact]
    public void No_file_names_a_place_on_some_machine() => Nothing.In(Naming(MachinePaths));

    [Fact]
    public void No_file_names_a_package_host() => Nothing.In(Naming(PackageHosts));

    [Fact]
    public void Every_project_is_in_the_solution() =>
        Assert.Equal(RepositoryFiles.Under("").Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)), ProjectInSolution().Matches(RepositoryFiles.Read("SyncWorker.sln")).Select(m => m.Groups[1].Value.Replace('\\', '/')).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_project_restores_what_its_lock_file_says() =>
        Nothing.In(RepositoryFiles.Under("").Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)).Select(f => f[..(f.LastIndexOf('/') + 1)] + "packages.lock.json").Where(f => !RepositoryFiles.Exists(f)));

    [Fact]
    public void The_image_restores_with_every_file_that_decides_what_is_restored()
    {
        var deciding = RepositoryFiles.Under("").Where(f => !f.StartsWith("tests/", StringComparison.Ordinal) && (f.EndsWith(".props", StringComparison.Ordinal) || f.EndsWith("packages.lock.json", StringComparison.Ordinal) || f == "global.json"));
        var restored = RepositoryFiles.Read("Dockerfile").Split("dotnet restore")[0];
        Nothing.In(deciding.Where(f => !restored.Contains(f, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_README_says_how_to_test() => Assert.Contains(Shown(), c => c == "dotnet test");

    [Fact]
    public void The_README_shows_the_main_job() => Assert.Contains(Shown(), c => c == "dotnet run --project src/SyncWorker -- demo");

    [Fact]
    public void Every_command_that_the_README_shows_is_understood()
    {
        var lines = Shown().Where(c => c.StartsWith("dotnet run ", StringComparison.Ordinal)).Select(c => c.Split(" -- ", 2)[^1]).Concat(Tabled()).ToList();
        Assert.NotEmpty(lines);
        Nothing.In(lines.Where(l => Verbs.Root().Parse(l).Errors.Count > 0));
    }

    [Fact]
    public void Every_file_that_the_README_names_exists() =>
        Nothing.In(NamedFile().Matches(RepositoryFiles.Read("README.md")).Select(m => m.Groups[1].Value).Where(f => !RepositoryFiles.Exists(f) && !RepositoryFiles.Exists("src/" + f) && !RepositoryFiles.Exists("src/SyncWorker." + f)));

    private static IEnumerable<string> Naming(string[] words) =>
        from file in RepositoryFiles.Readable()
        let text = RepositoryFiles.Read(file)
        from word in words
        where text.Contains(word, StringComparison.OrdinalIgnoreCase)
        select $"{file}: {word}";

    /// <summary>Commands on lines of their own: indented by four, as Markdown shows code.</summary>
    private static IEnumerable<string> Shown() => ShownCommand().Matches(RepositoryFiles.Read("README.md")).Select(m => m.Groups[1].Value);

    /// <summary>The table of commands: its first column, options included, with a number for each N.</summary>
    private static IEnumerable<string> Tabled() =>
        RepositoryFiles.Read("README.md").Split("## Commands")[1].Split("\n## ")[0].Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => string.Join(' ', Quoted().Matches(l.Split('|')[1]).Select(m => m.Groups[1].Value)).Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace(" N", " 1", StringComparison.Ordinal));

    [GeneratedRegex(@"""([^""]+\.csproj)""")]
    private static partial Regex ProjectInSolution();

    [GeneratedRegex(@"^ {4}((?:dotnet|docker) .+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex ShownCommand();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"`([A-Za-z][\w.-]*(?:/[\w.-]+)+)`")]
    private static partial Regex NamedFile();
}
