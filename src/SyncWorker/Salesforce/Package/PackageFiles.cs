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
        var files = OrgPackage.Generate(map).ToDictionary(f => Path.Combine(configFolder, Folder, f.Path.Replace('/', Path.DirectorySeparatorChar)), f => f.Text);
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, new UTF8Encoding(false));
        }

        // What the map does not make any more goes from the package as well; in the org it stays until somebody removes it there.
        foreach (var gone in Directory.EnumerateFiles(Path.Combine(configFolder, Folder), "*-meta.xml", SearchOption.AllDirectories).Except(files.Keys).ToArray())
            File.Delete(gone);
    }
}
