using System.Text.Json.Nodes;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Rows;

/// <summary>One world in which people put the values of <see cref="Crossings"/> on their sides, and the worker carried them across. Played once for all rows.</summary>
public sealed class CrossedWorld : IAsyncLifetime
{
    private const string Ana = "ana.silva@example.com";
    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        await SellersAsync();
        await AwsAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    internal JsonObject Record(string deal) => _world.Emulated.Salesforce.Records(_world.Map.RecordType).OfType<JsonObject>().Single(r => r["Partner_Project_Title__c"]?.GetValue<string>() == deal);

    internal JsonObject Opportunity(string deal) => Held(deal)["opportunity"]!.AsObject();

    internal JsonObject Invitation(string deal) => _world.Emulated.PartnerCentral.Invitations().OfType<JsonObject>().Select(i => i["invitation"]!.AsObject())
        .Single(i => i["Payload"]?["OpportunityInvitation"]?["Project"]?["Title"]?.GetValue<string>() == deal);

    internal string MappedObject(string deal) => _world.OpportunityNamed(deal);

    internal async Task<string> LinkAsync(string deal) => (await _world.Store.FindByRecordAsync(Record(deal)["Id"]!.GetValue<string>(), default))!.Link.Id;

    private JsonObject Held(string deal) => _world.Emulated.PartnerCentral.Opportunities().OfType<JsonObject>().Single(o => o["opportunity"]!["Project"]!["Title"]!.GetValue<string>() == deal);

    private string Id(string deal) => Opportunity(deal)["Id"]!.GetValue<string>();

    private void Seller(string deal, JsonObject fields) => _world.Emulated.Salesforce.Edit(_world.Map.RecordType, Record(deal)["Id"]!.GetValue<string>(), fields, Ana);

    private void Standard(string deal, JsonObject fields) => _world.Emulated.Salesforce.Edit("Opportunity", MappedObject(deal), fields, Ana);

    private void Colleague(string deal, params (string Path, JsonNode? Value)[] set) => _world.Emulated.PartnerCentral.Edit(Id(deal), set.ToDictionary(s => s.Path, s => s.Value));

    private void Review(string deal, string status, string? comments = null, string? reason = null)
    {
        _world.Emulated.PartnerCentral.Review(Id(deal), "In review");
        _world.Emulated.PartnerCentral.Review(Id(deal), status, comments, reason);
    }

    private async Task SellersAsync()
    {
        const string open = "Northwind data lake migration", lost = "Contoso contact center", asked = "Fabrikam SAP on AWS";
        foreach (var deal in (string[])[open, lost, asked]) Standard(deal, new JsonObject { ["Share_With_AWS__c"] = true });
        await _world.SyncAsync();
        foreach (var deal in (string[])[open, lost, asked])
        {
            Seller(deal, DealData.Complete());
            Seller(deal, new JsonObject { ["Submit_To_AWS__c"] = true });
        }

        Seller(open, new JsonObject
        {
            ["Project_Description__c"] = "Reports do not finish before the stores open.", ["Expected_Monthly_AWS_Revenue__c"] = 12500.5,
            ["Partner_Primary_Need_From_AWS__c"] = "Co-Sell - Architectural Validation;Co-Sell - Deal Support", ["Delivery_Model__c"] = "SaaS or PaaS;Managed Services",
            ["Is_Opp_From_Marketing_Activity__c"] = "Yes", ["Is_Marketing_Development_Funded__c"] = "Yes", ["Marketing_Channels__c"] = "Live Event",
            ["Sales_Activities__c"] = "Initialized discussions with customer;Conducted POC / Demo", ["APN_Programs__c"] = "Migration Acceleration Program;Well-Architected",
            ["Customer_First_Name__c"] = "Priya", ["Customer_Last_Name__c"] = "Raman", ["Customer_Email__c"] = "Priya.Raman@example.com", ["Customer_Phone__c"] = "(206) 555-0111",
        });
        await _world.SyncAsync();
        Review(open, "Approved");
        Review(lost, "Approved");
        Review(asked, "Action Required", "What does it earn?", "Clarify Revenue");
        await _world.SyncAsync();
        Seller(open, new JsonObject
        {
            ["Next_Step__c"] = "Workshop on the source systems", ["AWS_Products__c"] = "AmazonS3;AmazonAthena", ["Contract_Start_Date__c"] = "2027-04-01",
            ["Contract_End_Date__c"] = "2029-03-31", ["Customer_Software_Value__c"] = 240000, ["Procurement_Type__c"] = "Pay-as-you-go",
        });
        Standard(open, new JsonObject { ["StageName"] = "Closed Won", ["CloseDate"] = "2027-03-31" });
        Seller(lost, new JsonObject { ["Closed_Lost_Reason__c"] = "Price" });
        Standard(lost, new JsonObject { ["StageName"] = "Closed Lost" });
        await _world.SyncAsync();
    }

    private async Task AwsAsync()
    {
        const string referred = "Humongous claims platform", refused = "Proseware store analytics", lostAtAws = "Adatum field service", unlisted = "Litware claims intake";
        foreach (var deal in (string[])[referred, refused, lostAtAws, unlisted]) _world.Emulated.PartnerCentral.Refer(DealData.Opportunity(deal));
        await _world.SyncAsync();
        Seller(refused, new JsonObject { ["Rejection_Reason__c"] = "Unable to support", ["Referral_Decision__c"] = "Reject" });
        foreach (var deal in (string[])[referred, lostAtAws, unlisted]) Seller(deal, new JsonObject { ["Referral_Decision__c"] = "Accept" });
        await _world.SyncAsync();
        Seller(unlisted, new JsonObject { ["Other_Solution_Offered__c"] = "Claims intake tailored for insurers" });
        Colleague(lostAtAws, ("Project.OtherSolutionDescription", "Field app"));
        await _world.SyncAsync();
        Colleague(referred,
            ("LifeCycle.TargetCloseDate", "2027-08-15"), ("LifeCycle.NextSteps", "Security review"), ("OpportunityType", "Expansion"), ("Marketing.Source", "Marketing Activity"),
            ("Marketing.AwsFundingUsed", "No"), ("Marketing.Channels", new JsonArray("Email")), ("Project.CustomerUseCase", "Security & Compliance"),
            ("Project.ExpectedCustomerSpend[0].Amount", "9100.25"), ("Project.SalesActivities", new JsonArray("Agreed on solution to Business Problem")),
            ("Project.DeliveryModels", new JsonArray("Resell")), ("Customer.Contacts[0].Email", "lee.gu@humongous.example.com"), ("Customer.Contacts[0].FirstName", "Lee"),
            ("Customer.Contacts[0].LastName", "Gu"), ("Customer.Contacts[0].Phone", "+12065550177"));
        _world.Emulated.PartnerCentral.Associate(Id(referred), "AwsProducts", "AmazonRedshift");
        _world.Emulated.PartnerCentral.EditAws(Id(referred), new Dictionary<string, JsonNode?> { ["Insights.EngagementScore"] = "Medium" });
        _world.Emulated.PartnerCentral.Associate(Id(lostAtAws), "Solutions", "S-0052871");
        await _world.SyncAsync();
        _world.Emulated.PartnerCentral.Associate(Id(referred), "Solutions", "S-0051246");
        Colleague(referred, ("LifeCycle.Stage", "Committed"), ("SoftwareRevenue", JsonNode.Parse(
            """{"DeliveryModel":"Contract","Value":{"Amount":"99000","CurrencyCode":"USD"},"EffectiveDate":"2027-09-01","ExpirationDate":"2028-08-31"}""")));
        Colleague(lostAtAws, ("LifeCycle.Stage", "Closed Lost"), ("LifeCycle.ClosedLostReason", "Partner Gap"));
        _world.Emulated.PartnerCentral.EditAws(Id(lostAtAws), new Dictionary<string, JsonNode?> { ["LifeCycle.Stage"] = "Closed Lost" });
        await _world.SyncAsync();
    }
}
