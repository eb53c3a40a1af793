using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Remote;

namespace SyncWorker.Settling;

/// <summary>A refusal in a seller's terms: the remote's words by row, where it names fields that the map knows; all of them, one a line.</summary>
internal static class RefusedRows
{
    public static (string Words, ImmutableDictionary<string, string> Rows) Of(FieldMap map, Step step, RemoteException refused)
    {
        var rows = ImmutableDictionary.CreateBuilder<string, string>();
        var lines = new List<string>();
        var fields = refused.Fields.Count > 0 || step.Side == Side.Salesforce ? refused.Fields : ConstraintMessages.Fields(refused.RemoteMessage);
        foreach (var field in fields)
        {
            var named = step.Side == Side.Salesforce ? InSalesforce(map, field) : AtAws(map, step, field);
            lines.Add(named.IsEmpty ? field.Message : $"{named[0]}: {field.Message}");
            foreach (var row in named) rows[row.Label] = rows.TryGetValue(row.Label, out var before) && before != field.Message ? $"{before} {field.Message}" : field.Message;
        }

        return (lines.Count == 0 ? refused.RemoteMessage : string.Join('\n', lines.Distinct()), rows.ToImmutable());
    }

    private static ImmutableArray<Row> InSalesforce(FieldMap map, RemoteField field) =>
        [.. map.Rows.Where(r => r.Fields.Contains(field.Name, StringComparer.OrdinalIgnoreCase)).Take(1)];

    /// <summary>An association carries one entity of one row. Otherwise the row is named by its member, or by its message where AWS leaves the name out.</summary>
    private static ImmutableArray<Row> AtAws(FieldMap map, Step step, RemoteField field) =>
        step.Kind is StepKind.Associate or StepKind.Disassociate ? [.. step.Changes.Select(c => map[c.Row]).Take(1)]
        : ConstraintMessages.Names(field.Message).Prepend(field.Name).Select(name => Rows(map, step, RefusedMember.Parse(name))).FirstOrDefault(rows => !rows.IsEmpty, []);

    /// <summary>The row that writes the member. Of what AWS names as a whole, such as <c>marketing</c>: the rows of it that the step changes, else the first of it.</summary>
    private static ImmutableArray<Row> Rows(FieldMap map, Step step, RefusedMember member)
    {
        var within = map.Rows.Where(r => r.Flow is Flow.Both or Flow.ToPartnerCentral && r.Write is { } path && member.IsAt(path)).ToImmutableArray();
        var exact = within.Where(r => member.Is(r.Write!)).Take(1).ToImmutableArray();
        if (!exact.IsEmpty) return exact;
        var changed = within.Where(r => step.Changes.Any(c => c.Row == r.Label) || step.Intent?.Parts.ContainsKey(r.Label) == true).ToImmutableArray();
        return changed.IsEmpty ? [.. within.Take(1)] : changed;
    }
}
