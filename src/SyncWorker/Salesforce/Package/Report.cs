using SyncWorker.Core.Mapping;

namespace SyncWorker.Salesforce.Package;

/// <summary>A report of co-sell records, grouped by one row.</summary>
/// <param name="Name">Its API name.</param>
/// <param name="Label">Its name.</param>
/// <param name="Description">What it tells.</param>
/// <param name="By">The label of the row that it groups by.</param>
/// <param name="Columns">Labels of the rows it shows, after the record's number.</param>
/// <param name="Where">The label of the row that it goes by.</param>
/// <param name="Operator">How the row compares with the value.</param>
/// <param name="Value">The value, or several with commas between.</param>
internal sealed record Report(string Name, string Label, string Description, string By, string[] Columns, string Where, string Operator, string Value)
{
    public string Xml(FieldMap map)
    {
        IEnumerable<string> Named(params IEnumerable<string> labels) => Fields.Of(map, labels).Select(f => $"{map.RecordType}${f}");
        return Metadata.Document("Report",
        [
            Column($"{map.RecordType}$Name", isSum: false),
            .. Columns.SelectMany(c => Named(c).Select(f => Column(f, isSum: map[c].Codec.Name == "money"))),
            Metadata.Of("description", Description),
            .. Named(Where).Select(f => Metadata.Of("filter", [Metadata.Of("criteriaItems", [Metadata.Of("column", f), Metadata.Of("operator", Operator), Metadata.Of("value", (object)Value)])])),
            Metadata.Of("format", "Summary"),
            .. Named(By).Select(f => Metadata.Of("groupingsDown", [Metadata.Of("dateGranularity", "Day"), Metadata.Of("field", f), Metadata.Of("sortOrder", "Asc")])),
            Metadata.Of("name", Label),
            Metadata.Of("reportType", Reports.Type + "__c"),
            Metadata.Of("scope", "organization"),
            Metadata.Of("showDetails", true),
            Metadata.Of("showGrandTotal", true),
            Metadata.Of("showSubTotals", true),
            Metadata.Of("timeFrameFilter", [Metadata.Of("dateColumn", $"{map.RecordType}$CreatedDate"), Metadata.Of("interval", "INTERVAL_CUSTOM")]),
        ]);
    }

    private static System.Xml.Linq.XElement Column(string field, bool isSum) => Metadata.Of("columns", [isSum ? Metadata.Of("aggregateTypes", "Sum") : null, Metadata.Of("field", field)]);
}
