using System.Collections.Immutable;
using Spectre.Console;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Commands.Demo;

/// <summary>All co-sell opportunities as both emulators hold them, and the rows in which they differ.</summary>
internal static class SideBySide
{
    private static readonly string[] Shown = [Labels.Status, Labels.SaleStage, Labels.TargetCloseDate, Labels.ExpectedRevenue, "Next Step", Labels.SolutionOffered];

    public static void Print(IAnsiConsole console, FieldMap map, ImmutableArray<Deal> deals)
    {
        var table = new Table().Border(TableBorder.Minimal).Title("Co-sell opportunities, side by side");
        table.AddColumns("Opportunity", "Sync Status", "Row", "Salesforce", "Partner Central");
        foreach (var deal in deals)
        {
            var first = true;
            foreach (var row in Shown.Select(l => map[l]))
            {
                var title = first ? $"{deal.Title}\n{deal.OpportunityId ?? "(no opportunity)"}" : "";
                table.AddRow(Markup.Escape(title), Markup.Escape(first ? deal.Record[CoSellFields.SyncStatus]?.GetValue<string>() ?? "" : ""), Markup.Escape(row.Label),
                    Markup.Escape(deal.SalesforceValue(row) ?? "–"), Markup.Escape(deal.AwsValue(row) ?? "–"));
                first = false;
            }

            table.AddEmptyRow();
        }

        console.Write(table);
    }

    /// <summary>Every row of every deal in which the two sides disagree.</summary>
    public static IEnumerable<string> Differences(FieldMap map, ImmutableArray<Deal> deals) =>
        from deal in deals
        where deal.OpportunityId is not null
        from row in map.Rows
        where row.Flow != Flow.None && row.Read[0].Root is not PathRoot.Worker
        let ours = deal.SalesforceValue(row) ?? row.Default
        let theirs = deal.AwsValue(row)
        where theirs is not null && ours != theirs
        select $"{deal.Title}: {row.Label} is '{ours}' in Salesforce and '{theirs}' in Partner Central";
}
