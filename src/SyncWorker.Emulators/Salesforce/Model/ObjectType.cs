using System.Diagnostics.CodeAnalysis;

namespace SyncWorker.Emulators.Salesforce.Model;

/// <summary>One object of the org. Field names are matched without regard to case and answered in their own spelling.</summary>
internal sealed class ObjectType
{
    private readonly List<Field> _fields = [];
    private readonly Dictionary<string, Field> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Field> _byRelationship = new(StringComparer.OrdinalIgnoreCase);

    public ObjectType(string name, string label, string labelPlural, string keyPrefix, IEnumerable<Field> fields)
    {
        Name = name;
        Label = label;
        LabelPlural = labelPlural;
        KeyPrefix = keyPrefix;
        foreach (var field in fields)
            Add(field);
    }

    public string Name { get; }

    public string Label { get; }

    public string LabelPlural { get; }

    public string KeyPrefix { get; }

    /// <summary>False for an object that nobody writes through the API, such as Organization.</summary>
    public bool Writable { get; init; } = true;

    public bool Custom => Name.EndsWith("__c", StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<Field> Fields => _fields;

    public Field this[string name] => _byName[name];

    public void Add(Field field)
    {
        if (_byName.TryGetValue(field.Name, out var old))
            _fields.Remove(old);
        _fields.Add(field);
        _byName[field.Name] = field;
        if (field.RelationshipName is { } relationship)
            _byRelationship[relationship] = field;
    }

    public bool TryField(string name, [NotNullWhen(true)] out Field? field) => _byName.TryGetValue(name, out field);

    /// <summary>The reference field that the given relationship name follows.</summary>
    public bool TryRelationship(string name, [NotNullWhen(true)] out Field? field) => _byRelationship.TryGetValue(name, out field);
}
