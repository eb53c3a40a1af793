using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;

namespace SyncWorker.Emulators.Salesforce.Model;

/// <summary>Reads SFDX source as a deployment would: custom objects, and fields on custom and standard objects.</summary>
internal sealed class SfdxSource(string folder)
{
    private const string ObjectSuffix = ".object-meta.xml";
    private const string FieldSuffix = ".field-meta.xml";
    private static readonly ConcurrentDictionary<(string Path, DateTime Written), XElement> Roots = new();
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public void AddTo(OrgModel model)
    {
        var valueSets = ValueSets();
        // Sorted, so that key prefixes do not depend on the file system.
        var prefix = 0;
        foreach (var path in Files(ObjectSuffix))
        {
            var name = Path.GetFileName(path)[..^ObjectSuffix.Length];
            if (!model.TryObject(name, out _))
                model.Add(CustomObject(name, "a0" + Base62[prefix++], Root(path)));
        }

        foreach (var path in Files(FieldSuffix))
        {
            var owner = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(path))!);
            if (!model.TryObject(owner, out var type))
                throw new InvalidDataException($"{path}: there is no object {owner} for this field.");
            var field = SfdxField.Read(path, Root(path), valueSets);
            if (field.ReferenceTo is { } target && !model.TryObject(target, out _))
                throw new InvalidDataException($"{path}: there is no object {target} to look up.");
            type.Add(field);
        }
    }

    private static ObjectType CustomObject(string name, string prefix, XElement xml)
    {
        var label = Value(xml, "label") ?? name;
        var nameField = Child(xml, "nameField");
        var nameLabel = (nameField is null ? null : Value(nameField, "label")) ?? "Name";
        var isAutoNumber = nameField is not null && Value(nameField, "type") == "AutoNumber";
        var named = StandardFields.Text("Name", nameLabel, 80);
        named = isAutoNumber
            ? named.Derived() with { AutoNumber = Value(nameField!, "displayFormat") ?? "{0}" }
            : named.Needed();
        return new ObjectType(name, label, Value(xml, "pluralLabel") ?? label, prefix,
            [StandardFields.Id("Record ID"), named, StandardFields.Owner(), .. StandardFields.System()]);
    }

    private Dictionary<string, XElement> ValueSets() =>
        Files(".globalValueSet-meta.xml").ToDictionary(p => Path.GetFileName(p).Split('.')[0], Root, StringComparer.Ordinal);

    private IEnumerable<string> Files(string suffix) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*" + suffix, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : throw new DirectoryNotFoundException($"The Salesforce source folder {folder} does not exist.");

    /// <summary>What a file says. Many orgs are made of one source, so a file is read again only when it was written again.</summary>
    internal static XElement Root(string path) => Roots.GetOrAdd((path, File.GetLastWriteTimeUtc(path)),
        static file => XDocument.Load(file.Path).Root ?? throw new InvalidDataException($"{file.Path}: the file is empty."));

    internal static XElement? Child(XElement xml, string name) => xml.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    internal static IEnumerable<XElement> Children(XElement xml, string name) => xml.Elements().Where(e => e.Name.LocalName == name);

    internal static string? Value(XElement xml, string name) => Child(xml, name)?.Value.Trim();

    internal static bool IsTrue(XElement xml, string name) => string.Equals(Value(xml, name), "true", StringComparison.OrdinalIgnoreCase);

    internal static int Number(XElement xml, string name, int otherwise) =>
        int.TryParse(Value(xml, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
