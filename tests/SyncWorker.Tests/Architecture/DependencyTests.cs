using System.Xml.Linq;

namespace SyncWorker.Tests.Architecture;

/// <summary>Dependencies point one way.</summary>
public sealed class DependencyTests
{
    [Theory]
    [InlineData("SyncWorker.Core", new string[0])]
    [InlineData("SyncWorker.Emulators", new string[0])]
    [InlineData("SyncWorker", new[] { "SyncWorker.Core", "SyncWorker.Emulators" })]
    public void A_project_refers_to_no_other_of_ours_than_it_may(string project, string[] may)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        var refers = file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Equal(may, refers.Order());
    }

    [Fact]
    public void Only_commands_use_the_emulators() =>
        Nothing.In(SourceFile.Of("SyncWorker").Where(f => f.Text.Contains("SyncWorker.Emulators", StringComparison.Ordinal) && !f.FolderNamespace.StartsWith("SyncWorker.Commands", StringComparison.Ordinal)).Select(f => f.Path));

    [Fact]
    public void The_emulators_share_nothing_with_the_worker() =>
        Nothing.In(SourceFile.Of("SyncWorker.Emulators").Where(f => f.Text.Contains("SyncWorker.Core", StringComparison.Ordinal)).Select(f => f.Path));

    [Theory]
    [InlineData("System.Net")]
    [InlineData("System.IO")]
    [InlineData("File.")]
    [InlineData("HttpClient")]
    [InlineData("Environment.")]
    [InlineData("TimeProvider")]
    [InlineData("Task<")]
    public void Core_does_no_input_or_output(string word) =>
        Nothing.In(SourceFile.Of("SyncWorker.Core").Where(f => f.Text.Split('\n').Any(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal) && l.Contains(word, StringComparison.Ordinal))).Select(f => f.Path));

    [Theory]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("DateTimeOffset.UtcNow")]
    [InlineData("Guid.NewGuid")]
    [InlineData("Random.Shared")]
    [InlineData("new Random(")]
    [InlineData("Thread.Sleep")]
    public void Time_and_chance_are_arguments(string word) =>
        Nothing.In(SourceFile.All.Where(f => f.Text.Contains(word, StringComparison.Ordinal)).Select(f => f.Path));

    [Fact]
    public void Core_knows_its_own_namespaces_in_one_direction()
    {
        // Opportunities is the ground on which the rest stands.
        var upward = SourceFile.Of("SyncWorker.Core").Where(f => f.FolderNamespace == "SyncWorker.Core.Opportunities")
            .Where(f => f.Text.Contains("using SyncWorker.Core.Reconciliation", StringComparison.Ordinal) || f.Text.Contains("using SyncWorker.Core.Lifecycle", StringComparison.Ordinal));
        Nothing.In(upward.Select(f => f.Path));
    }
}
