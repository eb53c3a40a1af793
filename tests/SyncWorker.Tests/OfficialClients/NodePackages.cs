namespace SyncWorker.Tests.OfficialClients;

/// <summary>The pinned clients of tests/clients, installed when they are not there yet.</summary>
internal static class NodePackages
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly Lazy<string?> WhatIsMissing = new(Install);

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "clients");

    /// <summary>Why the clients cannot run here; null when they can.</summary>
    public static string? Missing => WhatIsMissing.Value;

    private static string? Install()
    {
        if (new[] { "node", "npm" }.FirstOrDefault(c => !IsOnPath(c)) is { } absent) return $"{absent} is not on the PATH.";
        if (AreInstalled()) return null;
        var ended = Command.RunAsync("npm", ["ci", "--prefer-offline", "--loglevel=error"], Folder, [], Patience).GetAwaiter().GetResult();
        return ended.Succeeded ? null : $"npm ci did not install the clients: {ended.Output}";
    }

    // npm leaves its own copy of the lock file behind, last of all.
    private static bool AreInstalled()
    {
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        return installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));
    }

    private static bool IsOnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, command)));
}
