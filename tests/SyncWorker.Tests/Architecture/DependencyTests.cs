using System.Reflection;
using System.Xml.Linq;
using ArchUnitNET.Loader;

namespace SyncWorker.Tests.Architecture;

/// <summary>Dependencies point one way: Core decides, the worker does, the emulators pretend.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Core = typeof(Core.Reconciliation.Reconciler).Assembly;
    private static readonly Assembly Worker = typeof(Commands.Verbs).Assembly;
    private static readonly Assembly Pretender = typeof(Emulators.EmulatedWorld).Assembly;
    private static readonly Lazy<ArchUnitNET.Domain.Architecture> House = new(() => new ArchLoader().LoadAssemblies(Core, Worker, Pretender).Build());

    [Theory]
    [InlineData("src/SyncWorker.Core/SyncWorker.Core.csproj", "")]
    [InlineData("src/SyncWorker.Emulators/SyncWorker.Emulators.csproj", "")]
    [InlineData("src/SyncWorker/SyncWorker.csproj", "SyncWorker.Core SyncWorker.Emulators")]
    public void A_project_references_what_the_house_allows(string project, string allowed)
    {
        var references = XDocument.Parse(RepositoryFiles.Read(project)).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Equal(allowed, string.Join(' ', references.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_project_under_src_has_a_place_in_the_house() =>
        Assert.Equal(["src/SyncWorker", "src/SyncWorker.Core", "src/SyncWorker.Emulators"], RepositoryFiles.Under("src").Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)).Select(f => Path.GetDirectoryName(f)!.Replace('\\', '/')).Order(StringComparer.Ordinal));

    [Fact]
    public void Core_is_built_on_nothing_of_ours() => Assert.DoesNotContain(Ours(Core), n => n != "SyncWorker.Core");

    [Fact]
    public void Emulators_are_built_on_nothing_of_ours() => Assert.DoesNotContain(Ours(Pretender), n => n != "SyncWorker.Emulators");

    [Fact]
    public void Core_is_built_on_no_network_files_processes_or_host() =>
        Assert.DoesNotContain(Core.GetReferencedAssemblies(), r => Doing.Any(d => r.Name!.StartsWith(d, StringComparison.Ordinal)));

    [Fact]
    public void Only_the_commands_use_the_emulators() =>
        Nothing.In(Uses("SyncWorker", "SyncWorker.Emulators").Where(u => !Within(u.User, "SyncWorker.Commands")).Select(Sentence));

    [Fact]
    public void The_commands_do_use_the_emulators() => Assert.NotEmpty(Uses("SyncWorker", "SyncWorker.Emulators"));

    [Fact]
    public void Only_the_program_and_the_commands_know_the_commands() =>
        Nothing.In(Uses("SyncWorker", "SyncWorker.Commands").Where(u => !Within(u.User, "SyncWorker.Commands") && u.User is not "Program").Select(Sentence));

    [Fact]
    public void Opportunities_are_the_ground_on_which_the_rest_of_Core_stands() =>
        Nothing.In(new[] { "SyncWorker.Core.Reconciliation", "SyncWorker.Core.Lifecycle" }.SelectMany(above => Uses("SyncWorker.Core", above)).Where(u => Within(u.User, "SyncWorker.Core.Opportunities")).Select(Sentence));

    [Fact]
    public void Salesforce_knows_nothing_of_Partner_Central() =>
        Nothing.In(Uses("SyncWorker", "SyncWorker.PartnerCentral").Where(u => Within(u.User, "SyncWorker.Salesforce")).Select(Sentence));

    [Fact]
    public void Partner_Central_knows_nothing_of_Salesforce() =>
        Nothing.In(Uses("SyncWorker", "SyncWorker.Salesforce").Where(u => Within(u.User, "SyncWorker.PartnerCentral")).Select(Sentence));

    [Fact]
    public void The_emulators_know_nothing_of_each_other() =>
        Nothing.In(Uses("SyncWorker.Emulators", "SyncWorker.Emulators.Salesforce").Where(u => Within(u.User, "SyncWorker.Emulators.PartnerCentral"))
            .Concat(Uses("SyncWorker.Emulators", "SyncWorker.Emulators.PartnerCentral").Where(u => Within(u.User, "SyncWorker.Emulators.Salesforce"))).Select(Sentence));

    private static readonly string[] Doing =
        ["System.Net", "System.IO", "System.Diagnostics.Process", "System.Console", "System.Security.Cryptography", "System.Threading", "Microsoft.Extensions", "Microsoft.AspNetCore", "Microsoft.Data"];

    private static IEnumerable<string> Ours(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(r => r.Name!).Where(n => n.StartsWith("SyncWorker", StringComparison.Ordinal));

    /// <summary>Who in an assembly uses what lies in a namespace, read from the compiled code: inferred types and lambdas count.</summary>
    private static IEnumerable<(string User, string Used)> Uses(string assembly, string space) =>
        from type in House.Value.Types
        where type.Assembly.Name.Split(',')[0] == assembly
        from used in type.Dependencies.Select(d => d.Target.FullName).Distinct()
        where Within(used, space)
        select (type.FullName, used);

    private static bool Within(string name, string space) => name.StartsWith(space + ".", StringComparison.Ordinal);

    private static string Sentence((string User, string Used) use) => $"{use.User} uses {use.Used}";
}
