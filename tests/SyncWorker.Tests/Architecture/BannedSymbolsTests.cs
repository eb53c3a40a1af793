using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SyncWorker.Tests.Architecture;

/// <summary>Time and chance are arguments. The analyzer holds the code to the lists; these tests hold the lists to their purpose, since an entry with a slip in it bans nothing.</summary>
public sealed class BannedSymbolsTests
{
    private const string Everywhere = "src/BannedSymbols.txt";
    private const string InCore = "src/SyncWorker.Core/BannedSymbols.Core.txt";

    [Theory]
    [InlineData(Everywhere)]
    [InlineData(InCore)]
    public void Every_banned_symbol_exists_and_says_what_to_do_instead(string list)
    {
        var compilation = CSharpCompilation.Create("Bans", references: Platform().Select(p => MetadataReference.CreateFromFile(p)));
        Nothing.In(Entries(list).Where(e => e is not [var id, { Length: > 10 }] || (DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is null && !IsNamespace(id, compilation))).Select(e => e[0]));
    }

    [Theory]
    [InlineData("P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTimeOffset.Now", "P:System.DateTimeOffset.UtcNow")]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int32)", "M:System.Threading.Tasks.Task.Delay(System.TimeSpan)", "M:System.Threading.Tasks.Task.Delay(System.Int32)")]
    [InlineData("M:System.Guid.NewGuid", "P:System.Random.Shared", "M:System.Random.#ctor")]
    public void No_code_reads_a_clock_waits_on_one_or_rolls_dice(params string[] banned) => Assert.Subset(Ids(Everywhere), banned.ToHashSet());

    [Fact]
    public void Core_uses_no_clock_chance_files_network_or_environment() =>
        Assert.Subset(Ids(InCore), new HashSet<string>(["T:System.TimeProvider", "T:System.Random", "N:System.IO", "N:System.Net", "T:System.Environment"]));

    [Fact]
    public void No_ban_is_switched_off() =>
        Nothing.In(RepositoryFiles.Under("").Where(f => Path.GetExtension(f) is ".cs" or ".csproj" or ".props" or ".editorconfig").Where(f => RepositoryFiles.Read(f).Contains("RS" + "0030", StringComparison.Ordinal)));

    private static IEnumerable<string[]> Entries(string list) => RepositoryFiles.Read(list).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(';', 2));

    private static HashSet<string> Ids(string list) => [.. Entries(list).Select(e => e[0])];

    private static string[] Platform() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private static bool IsNamespace(string id, CSharpCompilation compilation) =>
        id.StartsWith("N:", StringComparison.Ordinal) && id[2..].Split('.').Aggregate((INamespaceSymbol?)compilation.GlobalNamespace, (space, name) => space?.GetNamespaceMembers().SingleOrDefault(n => n.Name == name)) is not null;
}
