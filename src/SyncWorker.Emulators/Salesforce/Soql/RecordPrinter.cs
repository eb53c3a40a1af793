using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Model;
using SyncWorker.Emulators.Salesforce.Records;
using SyncWorker.Emulators.Salesforce.Soql.Binding;

namespace SyncWorker.Emulators.Salesforce.Soql;

/// <summary>Prints records as the API does: attributes first, parents nested in the place they were first named.</summary>
internal sealed class RecordPrinter(OrgModel model, OrgStore store, string dataPath)
{
    public JsonObject Open(Row row) => new() { ["attributes"] = Attributes(row) };

    public void Add(JsonObject record, Row row, BoundPath path)
    {
        var at = record;
        var here = row;
        foreach (var hop in path.Hops)
        {
            var name = hop.RelationshipName!;
            if (here[hop] is not string id || store.Find(id) is not { } parent)
            {
                // A missing parent is one null, whatever was asked of it.
                at[name] = null;
                return;
            }

            if (at[name] is not JsonObject nested)
                at[name] = nested = Open(parent);
            at = nested;
            here = parent;
        }

        at[path.Field.Name] = ValueWriter.Write(path.Field, here[path.Field]);
    }

    public JsonObject Whole(Row row, IEnumerable<Field> fields)
    {
        var record = Open(row);
        foreach (var field in fields)
            Add(record, row, new BoundPath([], model[row.Type.Name], field));
        return record;
    }

    private JsonObject Attributes(Row row) => new() { ["type"] = row.Type.Name, ["url"] = $"{dataPath}/sobjects/{row.Type.Name}/{row.Id}" };
}
