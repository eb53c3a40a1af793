using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>Everything that AWS checks when an opportunity is created or updated, beyond the service model.</summary>
internal static class OpportunityRules
{
    public static void Check(JsonObject document, RuleContext context, Problems problems)
    {
        CustomerRules.Check(document, problems);
        ProjectRules.Check(document, context, problems);
        SpendRules.Check(document, context, problems);
        ContractValueRules.Check(document, problems);
        LifeCycleRules.Check(document, context, problems);
        StageGates.Check(document, context, problems);
        MarketingRules.Check(document, problems);
        SoftwareRevenueRules.Check(document, problems);
        PrimaryNeedRules.Check(document, problems);
    }
}
