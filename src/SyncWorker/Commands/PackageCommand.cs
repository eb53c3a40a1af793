using SyncWorker.Hosting;
using SyncWorker.Salesforce.Package;

namespace SyncWorker.Commands;

/// <summary>Writes the Salesforce org package from the field map.</summary>
internal static class PackageCommand
{
    public static Task<int> RunAsync(string? config)
    {
        var folder = ConfigFolder.Find(config);
        try
        {
            PackageFiles.Write(folder.Path);
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationProblemException([$"The org package cannot be written: {unwritten.Message} Name a folder that may be written to with --config."]);
        }

        Console.WriteLine($"Org package written to {folder.OrgPackage()}. Deploy it with: sf project deploy start");
        return Task.FromResult(0);
    }
}
