using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>What the customer is expected to spend.</summary>
internal static partial class SpendRules
{
    private const string Spend = "Project.ExpectedCustomerSpend";
    private const string PositivePattern = @"(?:(?:[1-9](\.\d+)?|\d{2,15}(\.\d+)?|1000000000000000(\.\d+)?)|0\.(?!0+$)\d+)";

    public static void Check(JsonObject document, RuleContext context, Problems problems)
    {
        var entries = document.Objects(Spend);
        if (entries.Count == 0) problems.Missing(Spend);
        foreach (var entry in entries) CheckEntry(entry, context, problems);
        CheckCurrency(document, entries, problems);
    }

    private static void CheckEntry(JsonObject entry, RuleContext context, Problems problems)
    {
        var amount = entry.Text("Amount");
        if (amount is null && entry.Text("EstimationUrl") is null) problems.Missing($"{Spend}.Amount");
        if (amount is not null && !Positive().IsMatch(amount))
            problems.Add($"{Spend}.Amount", $"Please provide a value in {PositivePattern} format for project.expectedCustomerSpend.amount", ProblemCode.InvalidStringFormat);
        if (entry.Text("Frequency") == "None" && entry.Text("TargetCompany") != "Self")
            problems.Add($"{Spend}.Frequency", "Project.ExpectedCustomerSpend.Frequency must be 'Monthly'.", ProblemCode.InvalidValue);
        Estimation.Check(entry, context, problems);
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

    [GeneratedRegex("^" + PositivePattern + "$", RegexOptions.ECMAScript)]
    private static partial Regex Positive();
}
