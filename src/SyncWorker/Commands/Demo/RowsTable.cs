using System.Collections.Immutable;
using Spectre.Console;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Commands.Demo;

/// <summary>The published table's rows: which crossed, in which direction, with which value.</summary>
internal sealed class RowsTable(FieldMap map, BothSides sides, ImmutableArray<Deal> deals)
{
    private const int ValueWidth = 60;

    /// <summary>Prints the table and returns the closing line; a row that could have crossed and did not is named.</summary>
    public (string Line, ImmutableArray<string> Missing) Print(IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Minimal).Title("The published table, row by row");
        table.AddColumns("#", "Row", "Crossed", "Value");
        var (crossed, supplied, held, missing, number) = (0, 0, 0, new List<string>(), 0);
        foreach (var row in map.Rows.Where(r => r.IsPublished))
        {
            var (how, value) = How(row);
            table.AddRow($"{++number}", Markup.Escape(row.Label), how, Markup.Escape(Shown(value)));
            if (row.Flow == Flow.None) held++;
            else if (value is null) missing.Add(row.Label);
            else if (IsSupplied(row)) supplied++;
            else crossed++;
        }

        console.Write(table);
        var reasons = string.Join("; ", map.Rows.Where(r => r is { IsPublished: true, Flow: Flow.None }).Select(r => $"{r.Label}: {r.Reason}"));
        return ($"{crossed + supplied + held} of {number} rows: {crossed} crossed, {supplied} supplied by the worker, {held} not synced ({reasons})", [.. missing]);
    }

    private (string How, string? Value) How(Row row)
    {
        if (row.Flow == Flow.None) return ("not synced", row.Reason);
        if (IsSupplied(row)) return ("supplied by the worker", deals.Select(d => d.SalesforceValue(row)).FirstOrDefault(v => v is not null));
        var found = deals.Select(d => (Deal: d, Value: d.SalesforceValue(row))).Where(d => d.Value is not null and not "false" && d.Value == d.Deal.AwsValue(row))
            .Select(d => (Direction: sides.Direction(d.Deal, row, d.Value!), d.Value)).OrderBy(d => d.Direction is null).ToArray();
        if (found.Length == 0) return ("did not cross", null);
        var directions = found.Select(d => d.Direction).OfType<Flow>().Distinct().Order().ToArray();
        var how = directions switch { [Flow.ToSalesforce] => "AWS to Salesforce", [Flow.ToPartnerCentral] => "Salesforce to AWS", [] => "agrees on both sides", _ => "both ways" };
        return (how, found[0].Value);
    }

    private static bool IsSupplied(Row row) => row.Read.All(p => p.Root == PathRoot.Worker);

    private static string Shown(string? value) => value is null ? "" : value.Length <= ValueWidth ? value : value[..(ValueWidth - 1)] + "…";
}
