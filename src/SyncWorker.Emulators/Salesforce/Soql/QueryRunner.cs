using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Model;
using SyncWorker.Emulators.Salesforce.Records;
using SyncWorker.Emulators.Salesforce.Soql.Binding;
using SyncWorker.Emulators.Salesforce.Soql.Syntax;

namespace SyncWorker.Emulators.Salesforce.Soql;

/// <summary>Runs one query for one user over the records as they are now.</summary>
internal sealed class QueryRunner(OrgModel model, OrgStore store, FieldAccess access, RecordPrinter printer)
{
    private const int OffsetMost = 2000;
    private const int ChildQueriesMost = 20;

    public QueryAnswer Run(string soql, bool withDeleted, string userId)
    {
        var query = SoqlParser.Parse(soql);
        var names = new PathBinder(model, access, soql, userId);
        var type = names.Object(query.From);
        return query.Select switch
        {
            [SelectItem.CountAll] => new QueryAnswer(Rows(names, query, type, withDeleted).Count, []),
            _ when query.Select.Any(i => i is SelectItem.CountAll) => throw Refusals.QueryMalformed("unexpected token: 'COUNT'"),
            _ when query.Select.Any(i => i is SelectItem.Aggregate) => new QueryAnswer(1, [Aggregates(names, query, type, withDeleted)]),
            _ => Records(names, query, type, withDeleted),
        };
    }

    private QueryAnswer Records(PathBinder names, Query query, ObjectType type, bool withDeleted)
    {
        var print = Printing(names, query, type, withDeleted);
        var records = Rows(names, query, type, withDeleted).Select(print).ToList();
        return new QueryAnswer(records.Count, records);
    }

    /// <summary>Binds everything selected once, and gives what prints a record.</summary>
    private Func<Row, JsonObject> Printing(PathBinder names, Query query, ObjectType type, bool withDeleted, bool nested = false)
    {
        var parts = new List<Action<JsonObject, Row>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in query.Select)
        {
            switch (item)
            {
                case SelectItem.Field field:
                    var path = names.Path(type, query.Alias, field.Path);
                    if (!seen.Add(path.Text))
                        throw Refusals.QueryFieldInvalid($"duplicate field selected: {path.Text}");
                    parts.Add((record, row) => printer.Add(record, row, path));
                    break;
                case SelectItem.Children children when !nested:
                    parts.Add(ChildPrinting(names, children.Query, type, withDeleted));
                    break;
                default:
                    throw Refusals.QueryMalformed("unexpected token: '('");
            }
        }

        if (query.Select.Count(i => i is SelectItem.Children) > ChildQueriesMost)
            throw Refusals.QueryMalformed($"SOQL statements cannot have more than {ChildQueriesMost} subqueries");
        return row =>
        {
            var record = printer.Open(row);
            parts.ForEach(part => part(record, row));
            return record;
        };
    }

    private Action<JsonObject, Row> ChildPrinting(PathBinder names, Query query, ObjectType parent, bool withDeleted)
    {
        var relationship = names.Children(parent, query.From);
        var print = Printing(names, query, relationship.Child, withDeleted, nested: true);
        var select = Selecting(names, query, relationship.Child, withDeleted);
        return (record, row) =>
        {
            var children = select(child => row.Id.Equals(child[relationship.Field]));
            record[relationship.Name] = children.Count == 0
                ? null
                : new JsonObject { ["totalSize"] = children.Count, ["done"] = true, ["records"] = new JsonArray([.. children.Select(print)]) };
        };
    }

    private JsonObject Aggregates(PathBinder names, Query query, ObjectType type, bool withDeleted)
    {
        var rows = Rows(names, query, type, withDeleted);
        var record = new JsonObject { ["attributes"] = new JsonObject { ["type"] = "AggregateResult" } };
        var unnamed = 0;
        foreach (var item in query.Select)
        {
            if (item is not SelectItem.Aggregate aggregate)
                throw Refusals.QueryMalformed("Field must be grouped or aggregated");
            var path = names.Path(type, query.Alias, aggregate.Path);
            var values = rows.Select(row => path.Read(row, store)).Where(value => value is not null).ToList();
            record[aggregate.Alias ?? $"expr{unnamed++}"] = aggregate.Function switch
            {
                "COUNT" => JsonValue.Create(values.Count),
                "MIN" => ValueWriter.Write(path.Field, values.Order(ValueOrder.Of(path.Field)).FirstOrDefault()),
                _ => ValueWriter.Write(path.Field, values.OrderDescending(ValueOrder.Of(path.Field)).FirstOrDefault()),
            };
        }

        return record;
    }

    private List<Row> Rows(PathBinder names, Query query, ObjectType type, bool withDeleted) => Selecting(names, query, type, withDeleted)(_ => true);

    /// <summary>Binds WHERE and ORDER BY once, and gives what finds the records among those of interest.</summary>
    private Func<Func<Row, bool>, List<Row>> Selecting(PathBinder names, Query query, ObjectType type, bool withDeleted)
    {
        if (query.Offset > OffsetMost)
            throw Refusals.NumberOutsideRange($"Maximum SOQL offset allowed is {OffsetMost}");
        var conditions = new ConditionBinder(names, store, inner => Joined(names, inner, withDeleted));
        var where = query.Where is null ? _ => true : conditions.Bind(type, query.Alias, query.Where);
        var keys = query.OrderBy.Select(key => (Key: key, Path: Sortable(names, type, query.Alias, key.Path))).ToList();
        return ofInterest =>
        {
            var rows = store.Rows(type, withDeleted).Where(ofInterest).Where(where);
            rows = keys.Aggregate(rows.OrderBy(_ => 0), (sorted, key) => Sort(sorted, key.Key, key.Path));
            return [.. rows.Skip(query.Offset ?? 0).Take(query.Limit ?? int.MaxValue)];
        };
    }

    private IOrderedEnumerable<Row> Sort(IOrderedEnumerable<Row> rows, OrderKey key, BoundPath path)
    {
        rows = rows.ThenBy(row => (path.Read(row, store) is null) == key.NullsLast);
        return key.Descending
            ? rows.ThenByDescending(row => path.Read(row, store), ValueOrder.Of(path.Field))
            : rows.ThenBy(row => path.Read(row, store), ValueOrder.Of(path.Field));
    }

    private static BoundPath Sortable(PathBinder names, ObjectType type, string? alias, Name name)
    {
        var path = names.Path(type, alias, name);
        return path.Field.Sortable
            ? path
            : throw Refusals.QueryFieldInvalid(names.Point(name, $"field '{path.Field.Name}' can not be sorted in a query call"));
    }

    private HashSet<string> Joined(PathBinder names, Query query, bool withDeleted)
    {
        var type = names.Object(query.From);
        if (query.Select is not [SelectItem.Field selected])
            throw Refusals.QueryMalformed("The inner select of a semi join must select exactly one field");
        var path = names.Path(type, query.Alias, selected.Path);
        if (path.Field.Type is not (FieldType.Id or FieldType.Reference))
            throw Refusals.QueryMalformed("The inner select of a semi join must select an id or a reference");
        return [.. Rows(names, query, type, withDeleted).Select(row => path.Read(row, store)).OfType<string>()];
    }
}
