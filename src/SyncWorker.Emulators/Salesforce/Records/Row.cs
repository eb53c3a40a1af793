using SyncWorker.Emulators.Salesforce.Model;

namespace SyncWorker.Emulators.Salesforce.Records;

/// <summary>
/// One record. Its values are replaced as a whole, never edited in place, so that a write can be taken back by putting the old ones in again.
/// </summary>
internal sealed class Row(ObjectType type, string id, Dictionary<string, object?> values)
{
    public ObjectType Type { get; } = type;

    public string Id { get; } = id;

    /// <summary>Values by the field's own name: string, bool, double, DateOnly, DateTimeOffset or null.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; private set; } = values;

    public bool IsDeleted => this["IsDeleted"] is true;

    /// <summary>True where even queryAll cannot see the record any more.</summary>
    public bool IsGone { get; set; }

    public DateTimeOffset LastModifiedDate => (DateTimeOffset)this["LastModifiedDate"]!;

    public object? this[string field] => Values.GetValueOrDefault(field);

    public object? this[Field field] => field.Type == FieldType.Id ? Id : Values.GetValueOrDefault(field.Name);

    public void Replace(IReadOnlyDictionary<string, object?> values) => Values = values;
}
