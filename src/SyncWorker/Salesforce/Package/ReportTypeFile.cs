using SyncWorker.Core.Mapping;

namespace SyncWorker.Salesforce.Package;

/// <summary>The report type: every field of a co-sell record, under the headings of its page.</summary>
internal static class ReportTypeFile
{
    private static readonly string[] Standard = ["Name", "Owner", "CreatedDate", "LastModifiedDate"];

    public static string Of(FieldMap map) => Metadata.Document("ReportType",
    [
        Metadata.Of("baseObject", map.RecordType),
        Metadata.Of("category", "opportunities"),
        Metadata.Of("deployed", true),
        Metadata.Of("description", "Deals that are sold together with AWS."),
        Metadata.Of("label", ObjectFile.PluralLabel),
        Section(map, "Record", Standard),
        .. map.Rows.Where(r => r.Object is null).GroupBy(LayoutFile.Heading).Select(s => Section(map, s.Key, s.SelectMany(r => r.Fields))),
    ]);

    // A new report begins with what tells a record from another.
    private static System.Xml.Linq.XElement Section(FieldMap map, string heading, IEnumerable<string> fields) => Metadata.Of("sections",
    [
        .. fields.Select(f => Metadata.Of("columns",
            [Metadata.Of("checkedByDefault", f == Standard[0] || Fields.Of(map, ObjectFile.Telling).Contains(f)), Metadata.Of("field", f), Metadata.Of("table", map.RecordType)])),
        Metadata.Of("masterLabel", heading),
    ]);
}
