using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>What the customer is expected to spend, monthly at AWS or as the contract's total value.</summary>
internal static partial class SpendRules
{
    private const string Spend = "Project.ExpectedCustomerSpend";
    private const string Duration = "Project.ExpectedContractDuration";

    public static void Check(JsonObject document, Problems problems)
    {
        var entries = document.Objects(Spend);
        if (entries.Count == 0) problems.Missing(Spend);
        foreach (var entry in entries) CheckEntry(entry, problems);
        CheckCurrency(document, entries, problems);
        CheckContractValue(document, entries, problems);
    }

    private static void CheckEntry(JsonObject entry, Problems problems)
    {
        var amount = entry.Text("Amount");
        if (amount is null && entry.Text("EstimationUrl") is not null)
        {
            problems.Add($"{Spend}.EstimationUrl", "The estimate could not be read. Provide an amount instead.", ProblemCode.InvalidValue);
        }
        else if (amount is null)
        {
            problems.Missing($"{Spend}.Amount");
        }
        else if (!Positive().IsMatch(amount))
        {
            problems.Add($"{Spend}.Amount", $"Please provide a value in {PositivePattern} format for project.expectedCustomerSpend.amount", ProblemCode.InvalidStringFormat);
        }
    }

    private static void CheckCurrency(JsonObject document, IReadOnlyList<JsonObject> entries, Problems problems)
    {
        // Euros are for the sovereign cloud in Europe, and it takes nothing else.
        var expected = document.Text("Project.AwsPartition") == "aws-eusc" ? "EUR" : "USD";
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Text("CurrencyCode") == expected) continue;
            problems.Add(
                $"{Spend}.{i + 1}.member.CurrencyCode",
                $"Value at 'project.expectedCustomerSpend.{i + 1}.member.currencyCode' failed to satisfy constraint: Member must satisfy regular expression pattern: {expected}",
                ProblemCode.InvalidValue);
        }
    }

    private static void CheckContractValue(JsonObject document, IReadOnlyList<JsonObject> entries, Problems problems)
    {
        var own = entries.Count(e => e.Text("TargetCompany") == "Self");
        var months = document.Text($"{Duration}.Value");
        if (own > 1) problems.Add(Spend, "Only one entry may have the target company Self.", ProblemCode.TooManyValues);
        if (own > 0 && months is null) problems.Add(Duration, "Field Project.ExpectedContractDuration is required with the target company Self.", ProblemCode.RequiredFieldMissing);
        if (own == 0 && months is not null) problems.Add(Duration, "Field Project.ExpectedContractDuration needs an entry with the target company Self.", ProblemCode.InvalidValue);
        if (months is not null && !(int.TryParse(months, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 144))
            problems.Add($"{Duration}.Value", "Field Project.ExpectedContractDuration.Value must be a whole number of months from 1 to 144.", ProblemCode.ValueOutOfRange);
        if (own > 0 && entries.Any(e => e.Text("EstimationUrl") is not null))
            problems.Add($"{Spend}.EstimationUrl", "An estimation URL and the target company Self exclude each other.", ProblemCode.InvalidValue);
    }

    private const string PositivePattern = @"(?:(?:[1-9](\.\d+)?|\d{2,15}(\.\d+)?|1000000000000000(\.\d+)?)|0\.(?!0+$)\d+)";

    [GeneratedRegex("^" + PositivePattern + "$", RegexOptions.ECMAScript)]
    private static partial Regex Positive();
}
