using System.Text;
using SyncWorker.Configuration;
using SyncWorker.Hosting;

namespace SyncWorker.Salesforce.Package;

/// <summary>Writes the org package below the configuration folder.</summary>
internal static class PackageFiles
{
    /// <summary>The package's folder, below the configuration.</summary>
    public const string Folder = "salesforce";

    /// <exception cref="ConfigurationProblemException">The field map has findings.</exception>
    public static void Write(string configFolder)
    {
        var result = FieldMapLoader.Load(configFolder);
        if (result is not { Map: { } map, Findings.IsEmpty: true }) throw new ConfigurationProblemException([.. result.Findings.Select(f => f.ToString())]);
        foreach (var file in OrgPackage.Generate(map))
        {
            var path = Path.Combine(configFolder, Folder, file.Path.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text, new UTF8Encoding(false));
        }
    }
}
