using System.Diagnostics.CodeAnalysis;

namespace SyncWorker.Emulators.Salesforce.Model;

/// <summary>Every object of the org: the standard ones, and what the SFDX source adds.</summary>
internal sealed class OrgModel
{
    private readonly Dictionary<string, ObjectType> _objects = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<ObjectType> Objects => _objects.Values.OrderBy(o => o.Name, StringComparer.Ordinal);

    public ObjectType this[string name] => _objects[name];

    public static OrgModel Load(string? sourceFolder)
    {
        var model = new OrgModel();
        foreach (var standard in StandardObjects.All())
            model.Add(standard);
        if (sourceFolder is not null)
            new SfdxSource(sourceFolder).AddTo(model);
        return model;
    }

    public void Add(ObjectType type) => _objects.Add(type.Name, type);

    public bool TryObject(string name, [NotNullWhen(true)] out ObjectType? type) => _objects.TryGetValue(name, out type);

    public IEnumerable<ChildRelationship> ChildrenOf(ObjectType parent) =>
        from child in Objects
        from field in child.Fields
        where field.ReferenceTo == parent.Name && field.ChildRelationshipName is not null
        select new ChildRelationship(field.ChildRelationshipName!, child, field);
}
