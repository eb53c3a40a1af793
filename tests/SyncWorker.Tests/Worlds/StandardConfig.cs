using SyncWorker.Salesforce.Package;

namespace SyncWorker.Tests.Worlds;

/// <summary>The example in which the standard Opportunity is the co-sell record, with its org package, as a partner would set it up.</summary>
internal sealed class StandardConfig : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("syncworker-standard-");

    public StandardConfig(Func<string, string>? edit = null)
    {
        var map = File.ReadAllText(Path.Combine(Repository.Config, "examples", "standard-opportunity", "field-map.yaml"));
        File.WriteAllText(Path.Combine(Folder, "field-map.yaml"), edit?.Invoke(map) ?? map);
        File.Copy(Path.Combine(Repository.Config, "picklists.yaml"), Path.Combine(Folder, "picklists.yaml"));
        PackageFiles.Write(Folder);
    }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
