using SyncWorker.Emulators.Salesforce.Model;
using SyncWorker.Emulators.Salesforce.Records;

namespace SyncWorker.Emulators.Salesforce.Soql.Binding;

/// <summary>A path whose names were found: the references to follow, then the field to read.</summary>
internal sealed record BoundPath(IReadOnlyList<Field> Hops, ObjectType Owner, Field Field)
{
    /// <summary>The path in the org's own spelling.</summary>
    public string Text => Hops.Count == 0 ? Field.Name : string.Join('.', Hops.Select(h => h.RelationshipName).Append(Field.Name));

    public object? Read(Row row, OrgStore store)
    {
        var at = row;
        foreach (var hop in Hops)
        {
            if (at[hop] is not string id || store.Find(id) is not { } parent)
                return null;
            at = parent;
        }

        return at[Field];
    }
}
