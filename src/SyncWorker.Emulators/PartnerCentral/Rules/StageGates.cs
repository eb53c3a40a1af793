using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>What a deal needs before it may stand at a late stage.</summary>
internal static partial class StageGates
{
    private static readonly string[] SoftwareRevenue =
        ["SoftwareRevenue.DeliveryModel", "SoftwareRevenue.Value.Amount", "SoftwareRevenue.Value.CurrencyCode", "SoftwareRevenue.EffectiveDate", "SoftwareRevenue.ExpirationDate"];

    public static void Check(JsonObject document, RuleContext context, Problems problems)
    {
        var stage = document.Text("LifeCycle.Stage");
        if (stage is "Committed" or "Launched" && context.Existing?.Related.HasOffering != true)
        {
            problems.Add(
                "RelatedEntityIdentifiers.Solutions", "Solution offered cannot be 'Other' when Opportunity stage is Committed or Launched", ProblemCode.RequiredFieldMissing);
        }

        if (stage == "Launched") CheckLaunch(document, context, problems);
        if (stage == "Closed Lost" && document.Text("LifeCycle.ClosedLostReason") is null)
        {
            problems.Add(
                "LifeCycle.ClosedLostReason", "Field LifeCycle.ClosedLostReason is required when LifeCycle.Stage is 'Closed Lost'.", ProblemCode.RequiredFieldMissing);
        }
    }

    private static void CheckLaunch(JsonObject document, RuleContext context, Problems problems)
    {
        if (document.Text("Customer.Account.AwsAccountId") is not { } account || !AccountNumber().IsMatch(account))
        {
            problems.Add(
                "Customer.Account.AwsAccountId", "Field Customer.Account.AwsAccountId is required when LifeCycle.Stage is 'Launched'.", ProblemCode.RequiredFieldMissing);
        }

        if (!context.State.Options.SaasRevenueRecognition) return;
        foreach (var path in SoftwareRevenue.Where(path => document.Text(path) is null))
            problems.Add(path, $"Field {path} is required for special program opportunities when stage is 'Launched'.", ProblemCode.RequiredFieldMissing);
    }

    [GeneratedRegex(@"\A[0-9]{12}\z")]
    private static partial Regex AccountNumber();
}
