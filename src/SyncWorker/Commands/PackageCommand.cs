using SyncWorker.Hosting;
using SyncWorker.Salesforce.Package;

namespace SyncWorker.Commands;

/// <summary>Writes the Salesforce org package from the field map.</summary>
internal static class PackageCommand
{
    public static Task<int> RunAsync(string? config)
    {
        var folder = ConfigFolder.Find(config);
        PackageFiles.Write(folder.Path);
        return Task.FromResult(0);
    }
}
