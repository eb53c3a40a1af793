using SyncWorker.Emulators.Salesforce.Model;

namespace SyncWorker.Emulators.Salesforce.Records;

/// <summary>
/// Field-level security of the integration user. A field it may not read does not exist for it: the answer is the same as for a name nobody ever defined.
/// Other users see everything.
/// </summary>
internal sealed class FieldAccess
{
    private readonly HashSet<string>? _readable;
    private readonly HashSet<string>? _editable;

    private FieldAccess(HashSet<string>? readable, HashSet<string>? editable)
    {
        _readable = readable;
        _editable = editable;
    }

    /// <summary>The user the permission sets are assigned to.</summary>
    public string? LimitedUserId { get; set; }

    public static FieldAccess Everything() => new(null, null);

    public static FieldAccess Granted(IEnumerable<string> readable, IEnumerable<string> editable) =>
        new(new(readable, StringComparer.OrdinalIgnoreCase), new(editable, StringComparer.OrdinalIgnoreCase));

    public bool CanRead(ObjectType type, Field field, string userId) => Allowed(_readable, type, field, userId);

    public bool CanEdit(ObjectType type, Field field, string userId) => Allowed(_editable, type, field, userId);

    /// <summary>Standard and required fields are never hidden here: permission sets do not list the required ones at all.</summary>
    private bool Allowed(HashSet<string>? granted, ObjectType type, Field field, string userId) =>
        granted is null || userId != LimitedUserId || !field.Custom || field.Required || granted.Contains($"{type.Name}.{field.Name}");
}
