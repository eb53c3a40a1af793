namespace SyncWorker.Tests.Architecture;

/// <summary>The repository's own files, without what builds, editors and version control leave among them.</summary>
internal static class RepositoryFiles
{
    private static readonly HashSet<string> Left = new(["bin", "obj", "artifacts", "TestResults", "state", ".git", ".vs", ".idea", ".vscode", "node_modules"], StringComparer.Ordinal);
    private static readonly HashSet<string> Text = new([".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".yaml", ".yml", ".xml", ".sql", ".txt", ".md", ".sh", ".js"], StringComparer.Ordinal);

    /// <summary>Files below a folder, as paths below the root with forward slashes, sorted.</summary>
    public static IEnumerable<string> Under(string folder) =>
        Walk(new DirectoryInfo(Path.Combine(Repository.Root, folder))).Select(Name).Order(StringComparer.Ordinal);

    /// <summary>Files that people read, wherever they are.</summary>
    public static IEnumerable<string> Readable() =>
        Under("").Where(f => Text.Contains(Path.GetExtension(f)) || Path.GetFileName(f) is "Dockerfile" or ".dockerignore" or ".gitignore" or ".editorconfig" || f.StartsWith(".ci/", StringComparison.Ordinal));

    public static IEnumerable<string> Folders(string folder) => Under(folder).SelectMany(f => f.Split('/').SkipLast(1)).Distinct();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    public static bool Exists(string path) => Path.Exists(Path.Combine(Repository.Root, path));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(d => !Left.Contains(d.Name)).SelectMany(Walk));

    private static string Name(FileInfo file) => Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/');
}
