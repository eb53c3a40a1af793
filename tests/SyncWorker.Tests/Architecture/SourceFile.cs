using System.Text.RegularExpressions;

namespace SyncWorker.Tests.Architecture;

/// <summary>A source file of the product, with what the structure tests look at.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(f => System.IO.Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Select(f => new SourceFile(f, File.ReadAllText(System.IO.Path.Combine(Repository.Root, f)))),
    ];

    public string Project => Path.Split('/')[1];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The namespace that the folder asks for.</summary>
    public string FolderNamespace => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.');

    public string? Namespace => NamespacePattern().Match(Text) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The types that stand at the file's top level.</summary>
    public IEnumerable<string> Types => TypePattern().Matches(Text).Select(m => m.Groups[1].Value);

    public int Lines => Text.Count(c => c == '\n');

    public static IEnumerable<SourceFile> Of(string project) => All.Where(f => f.Project == project);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespacePattern();

    [GeneratedRegex(@"^(?:public |internal )?(?:static |sealed |abstract |readonly |partial )*(?:class|record struct|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypePattern();
}
