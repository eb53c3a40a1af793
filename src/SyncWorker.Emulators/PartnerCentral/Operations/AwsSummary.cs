using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Model;
using SyncWorker.Emulators.PartnerCentral.Store;
using SyncWorker.Emulators.Seed;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>GetAwsOpportunitySummary: as much of AWS's own record as the partner may see now.</summary>
internal static class AwsSummary
{
    private static readonly string[] HiddenUntilTerminal = ["Stage", "TargetCloseDate", "ClosedLostReason"];

    public static StructureShape Shape => SellingModel.Current.Structure("GetAwsOpportunitySummaryResponse");

    public static JsonObject NewView(OpportunityRecord record, string involvement, string visibility, PartnerCentralSeed seed)
    {
        var view = new JsonObject
        {
            ["RelatedOpportunityId"] = record.Id,
            ["Origin"] = record.Origin,
            ["InvolvementType"] = involvement,
            ["Visibility"] = visibility,
            ["LifeCycle"] = new JsonObject { ["Stage"] = "Not Started", ["NextStepsHistory"] = new JsonArray() },
            ["OpportunityTeam"] = seed.AwsTeam(record.Catalog),
            ["RelatedEntityIds"] = new JsonObject
            {
                ["AwsProducts"] = new JsonArray(),
                ["Solutions"] = new JsonArray(),
                ["AwsMarketplaceSolutions"] = new JsonArray(),
                ["AwsMarketplaceProducts"] = new JsonArray(),
            },
            ["Customer"] = new JsonObject { ["Contacts"] = record.Document.At("Customer.Contacts")?.DeepClone() ?? new JsonArray() },
            ["Project"] = new JsonObject { ["ExpectedCustomerSpend"] = new JsonArray() },
            ["Catalog"] = record.Catalog,
        };
        return SellingModel.Complete(Shape, view)!.AsObject();
    }

    public static JsonObject? Render(OpportunityRecord record)
    {
        if (record.Aws is null) return null;
        var summary = record.Aws.Document.Copy();
        if (summary.Text("LifeCycle.Stage") is not ("Launched" or "Closed Lost"))
        {
            foreach (var name in HiddenUntilTerminal) summary.Put($"LifeCycle.{name}", null);
        }

        // Until AWS has agreed to work on it, nobody at AWS has a name.
        if (record.Status != ReviewStatus.Approved) summary["OpportunityTeam"] = new JsonArray();
        return summary;
    }
}
