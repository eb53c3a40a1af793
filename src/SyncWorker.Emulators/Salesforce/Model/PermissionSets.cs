using System.Xml.Linq;
using SyncWorker.Emulators.Salesforce.Records;

namespace SyncWorker.Emulators.Salesforce.Model;

/// <summary>Reads which fields the permission sets of the source grant to the integration user, who holds the named ones, or all where none is named.</summary>
internal static class PermissionSets
{
    private const string Suffix = ".permissionset-meta.xml";

    public static FieldAccess Read(string folder, IList<string> held)
    {
        var grants = Directory.EnumerateFiles(folder, "*" + Suffix, SearchOption.AllDirectories)
            .Where(path => held.Count == 0 || held.Contains(Path.GetFileName(path)[..^Suffix.Length]))
            .Select(SfdxSource.Root)
            .SelectMany(root => SfdxSource.Children(root, "fieldPermissions"))
            .ToList();
        return FieldAccess.Granted(Named(grants, "readable"), Named(grants, "editable"));
    }

    private static IEnumerable<string> Named(IEnumerable<XElement> grants, string right) =>
        grants.Where(g => SfdxSource.IsTrue(g, right)).Select(g => SfdxSource.Value(g, "field")).OfType<string>();
}
