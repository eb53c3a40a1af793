using SyncWorker.Core.Mapping;

namespace SyncWorker.Salesforce.Package;

/// <summary>A list view of co-sell records: what it shows of which of them. Everybody sees the view, and in it the records that are shared with them.</summary>
/// <param name="Name">Its API name.</param>
/// <param name="Label">Its name.</param>
/// <param name="Columns">Labels of the rows it shows, after the record's number.</param>
/// <param name="Where">The label of the row that it goes by; null for all records.</param>
/// <param name="Values">The values of that row, any of which will do.</param>
internal sealed record ListView(string Name, string Label, string[] Columns, string? Where = null, params string[] Values)
{
    public string Xml(FieldMap map) => Metadata.Document("ListView",
    [
        Metadata.Of("fullName", Name),
        Metadata.Of("columns", "NAME"),
        .. Fields.Of(map, Columns).Select(f => Metadata.Of("columns", f)),
        Metadata.Of("columns", "OWNER.ALIAS"),
        Metadata.Of("filterScope", "Everything"),
        .. Fields.Of(map, Where is null ? [] : [Where])
            .Select(f => Metadata.Of("filters", [Metadata.Of("field", f), Metadata.Of("operation", "equals"), Metadata.Of("value", string.Join(',', Values))])),
        Metadata.Of("label", Label),
    ]);
}
