using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Model;
using SyncWorker.Emulators.Salesforce.Records;
using SyncWorker.Emulators.Salesforce.Soql.Syntax;

namespace SyncWorker.Emulators.Salesforce.Soql.Binding;

/// <summary>Turns the conditions of one FROM into predicates over records.</summary>
/// <param name="names">Finds what the query names.</param>
/// <param name="store">Where parents are found.</param>
/// <param name="join">Runs the query of a semi-join and gives the ids it selects.</param>
internal sealed class ConditionBinder(PathBinder names, OrgStore store, Func<Query, HashSet<string>> join)
{
    public Func<Row, bool> Bind(ObjectType from, string? alias, Condition condition)
    {
        Func<Row, bool> Inner(Condition part) => Bind(from, alias, part);
        return condition switch
        {
            Condition.All all => Every([.. all.Parts.Select(Inner)]),
            Condition.Any any => Some([.. any.Parts.Select(Inner)]),
            Condition.Not not => Negated(Inner(not.Inner)),
            Condition.Comparison comparison => Compare(Filterable(from, alias, comparison.Path), comparison),
            Condition.Listed listed => InList(Filterable(from, alias, listed.Path), listed),
            Condition.Joined joined => InQuery(Filterable(from, alias, joined.Path), joined),
            _ => throw new InvalidOperationException($"Unknown condition {condition}."),
        };
    }

    private BoundPath Filterable(ObjectType from, string? alias, Name name)
    {
        var path = names.Path(from, alias, name);
        return path.Field.Filterable
            ? path
            : throw Refusals.QueryFieldInvalid(names.Point(name, $"field '{path.Field.Name}' can not be filtered in a query call"));
    }

    private Func<Row, bool> Compare(BoundPath path, Condition.Comparison comparison)
    {
        var test = ValueTest.For(path.Field, comparison.Operator, comparison.Value, names, comparison.Path, store.Now);
        return row => test(path.Read(row, store));
    }

    private Func<Row, bool> InList(BoundPath path, Condition.Listed listed)
    {
        var wanted = listed.Operator is "IN" or "INCLUDES";
        if (listed.Operator is "INCLUDES" or "EXCLUDES")
        {
            if (path.Field.Type != FieldType.MultiPicklist)
                throw Refusals.FilterOperatorInvalid(names.Point(listed.Path, $"{listed.Operator.ToLowerInvariant()} operator requires a multi-select picklist field"));
            var sets = listed.Values.Select(v => SoqlText.Plain(v.Text).Split(';', StringSplitOptions.TrimEntries)).ToList();
            return row => Includes(path.Read(row, store) as string, sets) == wanted;
        }

        var tests = listed.Values.Select(v => ValueTest.For(path.Field, "=", v, names, listed.Path, store.Now)).ToList();
        return row =>
        {
            var value = path.Read(row, store);
            return tests.Any(test => test(value)) == wanted;
        };
    }

    /// <summary>Each listed value may ask for several selections at once, as 'A;B'.</summary>
    private static bool Includes(string? value, List<string[]> sets)
    {
        var chosen = value?.Split(';') ?? [];
        return sets.Any(set => set.All(wanted => chosen.Contains(wanted, StringComparer.OrdinalIgnoreCase)));
    }

    private Func<Row, bool> InQuery(BoundPath path, Condition.Joined joined)
    {
        if (path.Field.Type is not (FieldType.Id or FieldType.Reference))
            throw Refusals.QueryMalformed(names.Point(joined.Path, "The left operand of a semi join must be an id or a reference"));
        var ids = join(joined.Query);
        var wanted = joined.Operator == "IN";
        return row => (path.Read(row, store) is string id && ids.Contains(id)) == wanted;
    }

    private static Func<Row, bool> Every(Func<Row, bool>[] parts) => row => Array.TrueForAll(parts, part => part(row));

    private static Func<Row, bool> Some(Func<Row, bool>[] parts) => row => Array.Exists(parts, part => part(row));

    private static Func<Row, bool> Negated(Func<Row, bool> inner) => row => !inner(row);
}
