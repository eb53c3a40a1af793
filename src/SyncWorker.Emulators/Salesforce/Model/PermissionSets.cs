using System.Xml.Linq;
using SyncWorker.Emulators.Salesforce.Records;

namespace SyncWorker.Emulators.Salesforce.Model;

/// <summary>Reads which fields the permission sets of the source grant. All of them count as assigned to the integration user.</summary>
internal static class PermissionSets
{
    public static FieldAccess Read(string folder)
    {
        var grants = Directory.EnumerateFiles(folder, "*.permissionset-meta.xml", SearchOption.AllDirectories)
            .Select(path => XDocument.Load(path).Root!)
            .SelectMany(root => SfdxSource.Children(root, "fieldPermissions"))
            .ToList();
        return FieldAccess.Granted(Named(grants, "readable"), Named(grants, "editable"));
    }

    private static IEnumerable<string> Named(IEnumerable<XElement> grants, string right) =>
        grants.Where(g => SfdxSource.IsTrue(g, right)).Select(g => SfdxSource.Value(g, "field")).OfType<string>();
}
