using System.Globalization;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>A total contract value: the partner's own entry, a duration in months, and the monthly spend that AWS makes of them.</summary>
internal static class ContractValue
{
    private const string Spend = "Project.ExpectedCustomerSpend";
    private const string Duration = "Project.ExpectedContractDuration";
    private const string Own = "Self";

    /// <summary>Completes what an update or a create sent: the entry that storage still has, and the monthly entry that AWS derives.</summary>
    public static void Complete(JsonObject document, JsonObject? before)
    {
        if (document.At(Duration) is null || document.At(Spend) is not JsonArray entries) return;
        if (Entry(document, Own) is null && Entry(before, Own) is { } stored) entries.Add(stored.DeepClone());
        if (Entry(document, Own) is { } own && Entry(document, "AWS") is null) entries.Insert(0, Monthly(own, document, before));
    }

    public static JsonObject? Entry(JsonObject? document, string company) => document.Objects(Spend).FirstOrDefault(e => e.Text("TargetCompany") == company);

    private static JsonObject Monthly(JsonObject own, JsonObject document, JsonObject? before)
    {
        var isUnchanged = Sameness.Of(own["Amount"], Entry(before, Own)?["Amount"]) && Sameness.Of(document.At(Duration), before.At(Duration));
        if (isUnchanged && Entry(before, "AWS") is { } known) return known.Copy();
        return new JsonObject
        {
            ["Amount"] = PerMonth(own.Text("Amount"), document.Text($"{Duration}.Value")),
            ["CurrencyCode"] = own["CurrencyCode"]?.DeepClone(),
            ["Frequency"] = "Monthly",
            ["TargetCompany"] = "AWS",
            ["EstimationUrl"] = null,
        };
    }

    // AWS converts by a model of its own; an even share a month stands for it here.
    private static string? PerMonth(string? amount, string? months) =>
        decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var total)
        && int.TryParse(months, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? Math.Round(total / count, 2).ToString("0.00", CultureInfo.InvariantCulture)
            : amount;
}
