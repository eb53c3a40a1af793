using System.Xml.Linq;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Salesforce.Package;

/// <summary>A permission set: who, on which objects, on which fields. No licence is named, so any user may hold it, one on the free Integration licence too.</summary>
internal sealed record PermissionSet(string Name, string Label, string Description)
{
    /// <summary>The rights on objects.</summary>
    public required IReadOnlyList<ObjectRight> Objects { get; init; }

    /// <summary>The readable fields, and whether they may be written.</summary>
    public required IReadOnlyList<(string Field, bool Edits)> Fields { get; init; }

    /// <summary>Whether its holder may call the API.</summary>
    public bool CallsApi { get; init; }

    public string Xml(FieldMap map) => Metadata.Document("PermissionSet",
    [
        Metadata.Of("description", Description),
        .. Fields.OrderBy(f => f.Field, StringComparer.Ordinal)
            .Select(f => Metadata.Of("fieldPermissions", [Metadata.Of("editable", f.Edits), Metadata.Of("field", f.Field), Metadata.Of("readable", true)])),
        Metadata.Of("hasActivationRequired", false),
        Metadata.Of("label", Label),
        .. Objects.Select(Access),
        CallsApi || map.IsStandard ? null : Metadata.Of("tabSettings", [Metadata.Of("tab", map.RecordType), Metadata.Of("visibility", "Visible")]),
        CallsApi ? Metadata.Of("userPermissions", [Metadata.Of("enabled", true), Metadata.Of("name", "ApiEnabled")]) : null,
    ]);

    // Salesforce grants Modify All only together with Delete.
    private static XElement Access(ObjectRight right) => Metadata.Of("objectPermissions",
    [
        Metadata.Of("allowCreate", right.Edits), Metadata.Of("allowDelete", right.Edits && right.All), Metadata.Of("allowEdit", right.Edits), Metadata.Of("allowRead", true),
        Metadata.Of("modifyAllRecords", right.Edits && right.All), Metadata.Of("object", right.Name), Metadata.Of("viewAllRecords", right.All),
    ]);
}
