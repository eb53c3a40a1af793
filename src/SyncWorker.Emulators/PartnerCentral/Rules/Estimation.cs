using System.Globalization;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>How an amount and the address of an estimate go together: an address never stands in the way of an amount that is sent with it.</summary>
internal static class Estimation
{
    private const string Spend = "Project.ExpectedCustomerSpend";

    public static void Check(JsonObject entry, RuleContext context, Problems problems)
    {
        if (entry.Text("Amount") is null && entry.Text("EstimationUrl") is { } url && !context.State.Estimates.ContainsKey(url))
            problems.Add($"{Spend}.EstimationUrl", $"Invalid Estimation URL: {url}", ProblemCode.InvalidValue);
    }

    /// <summary>Reads the amount from the estimate, or drops the address of one that says something else.</summary>
    public static void Apply(JsonObject document, RuleContext context)
    {
        foreach (var entry in document.Objects(Spend))
        {
            if (entry.Text("EstimationUrl") is not { } url || IsUnchanged(entry, context)) continue;
            var estimated = context.State.Estimates.GetValueOrDefault(url);
            if (entry.Text("Amount") is not { } amount) entry["Amount"] = estimated;
            else if (estimated is null || Number(estimated) != Number(amount)) entry["EstimationUrl"] = null;
        }
    }

    private static bool IsUnchanged(JsonObject entry, RuleContext context) =>
        context.Before.Objects(Spend).Any(e => Sameness.Of(e["Amount"], entry["Amount"]) && Sameness.Of(e["EstimationUrl"], entry["EstimationUrl"]));

    private static decimal Number(string amount) => decimal.Parse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
