using SyncWorker.Salesforce.Package;

namespace SyncWorker.Hosting;

/// <summary>The folder that holds appsettings.json, field-map.yaml and picklists.yaml.</summary>
/// <param name="Path">Its full path.</param>
internal sealed record ConfigFolder(string Path)
{
    private const string Name = "config";
    private const string Marker = "field-map.yaml";

    /// <summary>Finds the folder: the one given, else the one beside the binary, else the first above the working directory.</summary>
    /// <exception cref="ConfigurationProblemException">There is none.</exception>
    public static ConfigFolder Find(string? given)
    {
        if (given is not null)
            return Holds(given) ? new ConfigFolder(System.IO.Path.GetFullPath(given)) : throw new ConfigurationProblemException([$"--config {given}: the folder has no {Marker}."]);
        var above = new List<string> { AppContext.BaseDirectory };
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent) above.Add(folder.FullName);
        return above.Select(f => System.IO.Path.Combine(f, Name)).FirstOrDefault(Holds) is { } found
            ? new ConfigFolder(found)
            : throw new ConfigurationProblemException([$"No folder {Name} with {Marker} beside the binary or above the working directory. Name it with --config."]);
    }

    /// <summary>The Salesforce org package in it, from which the emulated org is made.</summary>
    /// <exception cref="ConfigurationProblemException">It is not there.</exception>
    public string OrgPackage()
    {
        var package = System.IO.Path.Combine(Path, PackageFiles.Folder);
        return Directory.Exists(package) ? package : throw new ConfigurationProblemException([$"The folder {package} is missing; the emulated org is made from it. Write it with the verb package."]);
    }

    private static bool Holds(string folder) => File.Exists(System.IO.Path.Combine(folder, Marker));
}
