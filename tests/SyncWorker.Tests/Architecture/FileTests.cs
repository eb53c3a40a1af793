namespace SyncWorker.Tests.Architecture;

/// <summary>A reader finds a type by its name, and a file fits the reader's patience.</summary>
public sealed class FileTests
{
    private const int LinesMax = 300;
    private static readonly IReadOnlyList<CodeFile> Source = CodeFile.Under("src");
    private static readonly string[] Asked = ["/Commands/", "/Adoption/"];
    private static readonly HashSet<string> SaysNothing = new(["Common", "Helper", "Helpers", "Manager", "Managers", "Service", "Services", "Util", "Utils", "Utilities", "Misc", "Base"], StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void A_file_holds_one_type() =>
        Nothing.In(Source.Where(f => !f.IsEntryPoint && f.Types.Count != 1).Select(f => $"{f.Path}: {string.Join(", ", f.TypeNames)}"));

    [Fact]
    public void A_file_is_named_after_its_type() =>
        Nothing.In(Source.Where(f => !f.IsEntryPoint && f.TypeNames.FirstOrDefault() != f.Name).Select(f => $"{f.Path}: {f.TypeNames.FirstOrDefault()}"));

    [Fact]
    public void A_namespace_is_its_folder() =>
        Nothing.In(Source.Concat(CodeFile.Under("tests")).Where(f => !f.IsEntryPoint && f.Namespace != f.ExpectedNamespace).Select(f => $"{f.Path}: {f.Namespace}"));

    [Fact]
    public void No_file_is_longer_than_a_reader_s_patience() => Nothing.In(Source.Where(f => f.Lines > LinesMax).Select(f => $"{f.Path}: {f.Lines} lines"));

    [Fact]
    public void Only_what_a_person_asks_for_reads_every_link_at_once() =>
        Nothing.In(Source.Where(f => !Asked.Any(folder => f.Path.Contains(folder, StringComparison.Ordinal)) && f.Text.Contains(".LinksAsync(", StringComparison.Ordinal)).Select(f => f.Path));

    [Fact]
    public void Types_of_the_worker_are_sealed_and_say_who_may_see_them() =>
        Nothing.In(Source.Where(f => f.Project == "src/SyncWorker").SelectMany(f => f.LooseTypes.Select(t => $"{f.Path}: {t}")));

    [Fact]
    public void No_folder_says_nothing() => Nothing.In(new[] { "src", "tests", "config" }.SelectMany(RepositoryFiles.Folders).Where(SaysNothing.Contains));

    [Fact]
    public void No_type_is_named_after_nothing() =>
        Nothing.In(Source.SelectMany(f => f.TypeNames.Where(SaysLittle).Select(t => $"{f.Path}: {t}")));

    [Fact]
    public void Nothing_is_left_for_later() =>
        Nothing.In(Source.Concat(CodeFile.Under("tests")).Where(f => Leftovers.Any(l => f.Text.Contains(l, StringComparison.Ordinal))).Select(f => f.Path));

    // Written in two halves, so that this file does not name itself.
    private static readonly string[] Leftovers = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];

    private static bool SaysLittle(string type) => SaysNothing.Contains(type) || SaysNothing.Any(w => w != "Base" && type.EndsWith(w, StringComparison.Ordinal));
}
