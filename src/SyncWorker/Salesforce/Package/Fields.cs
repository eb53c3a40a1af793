using SyncWorker.Core.Mapping;

namespace SyncWorker.Salesforce.Package;

/// <summary>The co-sell record's fields by the labels of their rows. A map that lacks a row leaves it out.</summary>
internal static class Fields
{
    public static IEnumerable<string> Of(FieldMap map, IEnumerable<string> labels) =>
        labels.Select(map.Find).OfType<Row>().Where(r => r.Object is null).Select(r => r.Fields[0]);
}
