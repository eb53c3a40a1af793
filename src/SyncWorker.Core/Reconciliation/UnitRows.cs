using System.Collections.Immutable;
using System.Globalization;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>Makes the views of a unit's rows from both snapshots and the baseline.</summary>
internal static class UnitRows
{
    public static ImmutableArray<RowView> Of(ImmutableArray<Row> unit, Baseline baseline, Snapshot salesforce, Snapshot partnerCentral, Standing standing) =>
        [.. unit.Select(row => View(row, baseline, salesforce, partnerCentral, standing))];

    public static RowView View(Row row, Baseline baseline, Snapshot salesforce, Snapshot partnerCentral, Standing standing) => new(
        row, salesforce[row.Label], salesforce.Followed.GetValueOrDefault(row.Label), partnerCentral[row.Label], baseline[row.Label])
    {
        Overdue = Overdue(row, baseline, salesforce, standing),
        StandIn = row.Label == Labels.SaleStage && standing.GoesInLate && Stage.IsTerminal(SaleStage(salesforce)) ? Stage.BusinessValidation : null,
    };

    /// <summary>
    /// On Launched or Closed Lost the later of the date and today is sent, because AWS takes no past dates and the deal is done; otherwise as the row's <c>whenPast</c> says.
    /// </summary>
    private static (string Today, string Instead)? Overdue(Row row, Baseline baseline, Snapshot salesforce, Standing standing)
    {
        if (row.WhenPast is not { } past || Stage.IsTerminal(standing.AwsStage)) return null;
        int? days = Stage.IsTerminal(SaleStage(salesforce)) && IsStageOnItsWay(baseline[Labels.SaleStage], salesforce) ? 0 : past.Days;
        return days is { } d ? (Text(standing.Today), Text(standing.Today.AddDays(d))) : null;
    }

    /// <summary>A stage that differs from AWS's and was accounted for so goes nowhere, and neither does its date.</summary>
    private static bool IsStageOnItsWay(RowAccount stage, Snapshot salesforce) => stage.CoSell.MovedTo(salesforce[Labels.SaleStage])
        || (salesforce.Followed.GetValueOrDefault(Labels.SaleStage) is { } followed && stage.Followed.MovedTo(followed));

    private static string? SaleStage(Snapshot salesforce) =>
        salesforce.Followed.GetValueOrDefault(Labels.SaleStage) is { HasValue: true } followed ? followed.Canonical : salesforce[Labels.SaleStage].Canonical;

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
