using System.Globalization;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>What AWS checks of a total contract value, in the words of its guide to deal sizing.</summary>
internal static class ContractValueRules
{
    private const string Spend = "Project.ExpectedCustomerSpend";
    private const string Duration = "Project.ExpectedContractDuration";
    private const int MonthsMax = 144;

    public static void Check(JsonObject document, Problems problems)
    {
        var entries = document.Objects(Spend);
        var own = entries.Count(e => e.Text("TargetCompany") == "Self");
        var hasDuration = document.At(Duration) is not null;
        Require(own == 0 || hasDuration, Duration, "ExpectedContractDuration is required when a Self entry is present", problems);
        Require(own > 0 || !hasDuration, Spend, "A Self entry is required when ExpectedContractDuration is present", problems);
        Require(own <= 1, Spend, "Only one Self entry is allowed", problems);
        Require(
            !hasDuration || entries.All(e => e.Text("TargetCompany") is "AWS" or "Self"), $"{Spend}.TargetCompany", "TargetCompany must be 'AWS' or 'Self'", problems);
        Require(
            own == 0 || entries.Select(e => e.Text("CurrencyCode")).Distinct().Count() == 1, $"{Spend}.CurrencyCode", "CurrencyCode must match between entries", problems);
        Require(
            own == 0 || entries.All(e => e.Text("EstimationUrl") is null), $"{Spend}.EstimationUrl", "Self entry and EstimationUrl cannot coexist", problems);
        if (hasDuration && !(int.TryParse(document.Text($"{Duration}.Value"), NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is >= 1 and <= MonthsMax))
            problems.Add($"{Duration}.Value", "Field Project.ExpectedContractDuration.Value must be a whole number of months from 1 to 144.", ProblemCode.ValueOutOfRange);
    }

    private static void Require(bool holds, string path, string message, Problems problems)
    {
        if (!holds) problems.Add(path, message, ProblemCode.InvalidValue);
    }
}
