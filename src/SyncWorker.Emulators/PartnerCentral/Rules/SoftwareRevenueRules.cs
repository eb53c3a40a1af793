using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>A revenue period may not end before it begins.</summary>
internal static class SoftwareRevenueRules
{
    public static void Check(JsonObject document, Problems problems)
    {
        var from = document.Text("SoftwareRevenue.EffectiveDate");
        var to = document.Text("SoftwareRevenue.ExpirationDate");

        // Both are written year first, so their text sorts as the dates do.
        if (from is not null && to is not null && string.CompareOrdinal(from, to) > 0)
            problems.Add("SoftwareRevenue.EffectiveDate", "Effective Date must be less than or equal to the expiration date", ProblemCode.InvalidValue);
    }
}
