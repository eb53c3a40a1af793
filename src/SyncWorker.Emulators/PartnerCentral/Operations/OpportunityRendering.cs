using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Store;
using SyncWorker.Emulators.PartnerCentral.Wire;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>How an opportunity looks in responses.</summary>
internal static class OpportunityRendering
{
    private static readonly string[] SummaryLifeCycle = ["Stage", "ClosedLostReason", "NextSteps", "TargetCloseDate", "ReviewStatus", "ReviewComments", "ReviewStatusReason"];
    private static readonly string[] SummaryAccount = ["Industry", "OtherIndustry", "CompanyName", "WebsiteUrl"];
    private static readonly string[] SummaryAddress = ["City", "PostalCode", "StateOrRegion", "CountryCode"];
    private static readonly string[] SummaryProject = ["DeliveryModels", "ExpectedContractDuration"];

    public static JsonObject Full(OpportunityRecord record, PartnerCentralState state)
    {
        var response = new JsonObject { ["Catalog"] = record.Catalog };
        foreach (var (name, value) in record.Document) response[name] = value?.DeepClone();
        response["Id"] = record.Id;
        response["Arn"] = state.Arn(record.Catalog, "opportunity", record.Id);
        response["LastModifiedDate"] = Stamp.Milliseconds(record.Modified);
        response["CreatedDate"] = Stamp.Seconds(record.Created);
        response["RelatedEntityIdentifiers"] = record.Related.ToJson();
        response["OpportunityTeam"] = new JsonArray([.. record.Team.Select(m => m.DeepClone())]);
        return response;
    }

    public static JsonObject Summary(OpportunityRecord record, PartnerCentralState state)
    {
        var document = record.Document;
        var account = Pick(document.At("Customer.Account"), SummaryAccount);
        account["Address"] = document.At("Customer.Account.Address") is null ? null : Pick(document.At("Customer.Account.Address"), SummaryAddress);
        var project = Pick(document["Project"], SummaryProject);
        project["ExpectedCustomerSpend"] = new JsonArray([.. document.Objects("Project.ExpectedCustomerSpend").Select(SpelledForLists)]);
        return new JsonObject
        {
            ["Catalog"] = record.Catalog,
            ["Id"] = record.Id,
            ["Arn"] = state.Arn(record.Catalog, "opportunity", record.Id),
            ["PartnerOpportunityIdentifier"] = document["PartnerOpportunityIdentifier"]?.DeepClone(),
            ["OpportunityType"] = document["OpportunityType"]?.DeepClone(),
            ["LastModifiedDate"] = Stamp.Milliseconds(record.Modified),
            ["CreatedDate"] = Stamp.Seconds(record.Created),
            ["LifeCycle"] = Pick(document["LifeCycle"], SummaryLifeCycle),
            ["Customer"] = new JsonObject { ["Account"] = account },
            ["Project"] = project,
        };
    }

    // Recorded: the list says "531.0" where the record itself says "531".
    private static JsonNode SpelledForLists(JsonObject spend)
    {
        var copy = spend.Copy();
        if (copy.Text("Amount") is { } amount && !amount.Contains('.', StringComparison.Ordinal)) copy["Amount"] = amount + ".0";
        return copy;
    }

    private static JsonObject Pick(JsonNode? source, string[] names) =>
        new(names.Select(name => KeyValuePair.Create(name, source.At(name)?.DeepClone())));
}
