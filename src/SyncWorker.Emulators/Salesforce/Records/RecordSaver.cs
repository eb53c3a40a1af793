using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Model;

namespace SyncWorker.Emulators.Salesforce.Records;

/// <summary>Saves records under the org's rules: everything is checked before anything is written.</summary>
internal sealed class RecordSaver(OrgModel model, OrgStore store, FieldAccess access)
{
    private static readonly Dictionary<string, object?> Nothing = [];

    public Row Insert(ObjectType type, JsonObject body, string userId)
    {
        if (!type.Writable)
            throw Refusals.ObjectReadOnly(type.Name);
        var changes = Read(type, body, forInsert: true, userId);
        foreach (var field in type.Fields.Where(f => !changes.ContainsKey(f.Name) && f.Default is not null))
            changes[field.Name] = field.Default;
        if (type.TryField("OwnerId", out _) && changes.GetValueOrDefault("OwnerId") is null)
            changes["OwnerId"] = userId;
        foreach (var field in type.Fields.Where(f => f.AutoNumber is not null))
            changes[field.Name] = Numbered(field.AutoNumber!, store.Next($"{type.Name}.{field.Name}"));
        RefuseMissing(type.Fields.Where(f => f.Required && changes.GetValueOrDefault(f.Name) is null));
        RecordRules.Derive(type, changes, Nothing);
        Check(type, changes, self: null);
        var row = store.Insert(type, changes, userId);
        AfterSave(row, isNew: true, userId);
        return row;
    }

    public void Update(Row row, JsonObject body, string userId)
    {
        if (!row.Type.Writable)
            throw Refusals.ObjectReadOnly(row.Type.Name);
        if (row.IsDeleted)
            throw Refusals.EntityIsDeleted();
        var changes = Read(row.Type, body, forInsert: false, userId);
        RefuseMissing(row.Type.Fields.Where(f => f.Required && changes.TryGetValue(f.Name, out var value) && value is null));
        RecordRules.Derive(row.Type, changes, row.Values);
        Check(row.Type, changes, row);
        store.Update(row, changes, userId);
        AfterSave(row, isNew: false, userId);
    }

    public void Delete(Row row, string userId)
    {
        if (row.IsDeleted)
            throw Refusals.EntityIsDeleted();
        if (!row.Type.Writable || row.Type.Name == "User")
            throw Refusals.ObjectReadOnly(row.Type.Name);
        // Only a role that goes with its opportunity stays visible to queryAll.
        store.Delete(row, userId, leavesTrace: row.Type.Name != "OpportunityContactRole");
        DeleteChildren(row, userId);
    }

    /// <summary>Takes a record out of the recycle bin: it is a change like any other, with new stamps.</summary>
    public void Undelete(Row row, string userId)
    {
        if (!row.IsDeleted || row.IsGone)
            throw Refusals.ResourceMissing();
        store.Update(row, new Dictionary<string, object?> { ["IsDeleted"] = false }, userId);
    }

    private void DeleteChildren(Row parent, string userId)
    {
        foreach (var type in model.Objects)
        {
            foreach (var field in type.Fields.Where(f => f.ReferenceTo == parent.Type.Name))
            {
                foreach (var child in store.Rows(type).Where(r => parent.Id.Equals(r[field])).ToList())
                    ParentGone(child, field, userId);
            }
        }
    }

    private void ParentGone(Row child, Field field, string userId)
    {
        switch (field.OnParentDelete)
        {
            case DeleteRule.Restrict:
                throw Refusals.DeleteRestricted(child.Type.LabelPlural);
            case DeleteRule.Cascade:
                store.Delete(child, userId, leavesTrace: true);
                DeleteChildren(child, userId);
                break;
            default:
                store.Touch(child, new Dictionary<string, object?> { [field.Name] = null });
                break;
        }
    }

    private Dictionary<string, object?> Read(ObjectType type, JsonObject body, bool forInsert, string userId)
    {
        var changes = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, json) in body)
        {
            if (name == "attributes")
                continue;
            if (!type.TryField(name, out var field) || !access.CanRead(type, field, userId))
                throw Refusals.FieldUnknown(name, type.Name);
            if (field.Type == FieldType.Id)
                throw Refusals.FieldNotInBody(field.Name);
            if (!(forInsert ? field.Createable : field.Updateable) || !access.CanEdit(type, field, userId))
                throw Refusals.FieldReadOnly(field.Name);
            changes[field.Name] = ValueReader.Read(field, json);
        }

        return changes;
    }

    private static void RefuseMissing(IEnumerable<Field> missing)
    {
        var names = missing.Select(f => f.Name).ToList();
        if (names.Count > 0)
            throw Refusals.RequiredMissing(names);
    }

    private void Check(ObjectType type, Dictionary<string, object?> changes, Row? self)
    {
        foreach (var field in type.Fields)
        {
            if (changes.GetValueOrDefault(field.Name) is not { } value)
                continue;
            if (field.Type == FieldType.Reference)
                changes[field.Name] = Referenced(field, (string)value);
            if (field.Unique)
                RefuseDuplicate(type, field, value, self);
        }
    }

    private string Referenced(Field field, string text)
    {
        if (!SalesforceId.TryParse(text, out var id) || !id.StartsWith(model[field.ReferenceTo!].KeyPrefix, StringComparison.Ordinal))
            throw Refusals.IdMalformed(field.Label, field.Name, text);
        return store.Find(id) switch
        {
            null => throw Refusals.ReferenceUnknown(field.Name),
            { IsDeleted: true } => throw Refusals.EntityIsDeleted(),
            _ => id,
        };
    }

    /// <summary>A record in the recycle bin does not occupy its unique values. The message names the other record by its short id.</summary>
    private void RefuseDuplicate(ObjectType type, Field field, object value, Row? self)
    {
        var other = store.Rows(type).FirstOrDefault(r => r != self && Same(field, r[field], value));
        if (other is not null)
            throw Refusals.ValueNotUnique(field.Name, other.Id[..15]);
    }

    public static bool Same(Field field, object? one, object? two) => one is string a && two is string b
        ? a.Equals(b, field.CaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)
        : Equals(one, two);

    private void AfterSave(Row row, bool isNew, string userId)
    {
        if (row.Type.Name == "OpportunityContactRole" && row["IsPrimary"] is true)
            LeaveOnePrimary(row, userId);
        // The contact named while creating an opportunity becomes its primary contact role.
        if (isNew && row.Type.Name == "Opportunity" && row["ContactId"] is string contact)
        {
            var role = new JsonObject { ["OpportunityId"] = row.Id, ["ContactId"] = contact, ["IsPrimary"] = true };
            Insert(model["OpportunityContactRole"], role, userId);
        }
    }

    private void LeaveOnePrimary(Row primary, string userId)
    {
        var others = store.Rows(primary.Type).Where(r => r != primary && r["IsPrimary"] is true && Equals(r["OpportunityId"], primary["OpportunityId"]));
        foreach (var other in others.ToList())
            store.Update(other, new Dictionary<string, object?> { ["IsPrimary"] = false }, userId);
    }

    /// <summary>"CS-{00000}" and 7 make "CS-00007".</summary>
    private static string Numbered(string format, long number)
    {
        var open = format.IndexOf('{');
        var close = format.IndexOf('}');
        return open < 0 || close < open
            ? format + number
            : format[..open] + number.ToString(new string('0', close - open - 1)) + format[(close + 1)..];
    }
}
