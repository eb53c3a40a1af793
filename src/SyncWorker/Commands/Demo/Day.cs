using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Commands.Demo;

/// <summary>A short day: what sellers, colleagues and AWS people do, and what each change leads to.</summary>
internal sealed class Day(People people, Story story, FieldMap map)
{
    private const string Ana = "ana.silva@example.com";
    private const string Tom = "tom.baker@example.com";
    private const string Solution = "S-0051244";

    public async Task PlayAsync() => await Task.WhenAll(
        ShareToLaunchAsync(),
        ActionRequiredToClosedLostAsync(),
        ReferralAcceptedAsync(),
        ReferralRejectedAsync(),
        ActionStillRequiredAsync(),
        MissingInformationAsync());

    /// <summary>Share, submit, approve, both sides edit, conflict, launch.</summary>
    private async Task ShareToLaunchAsync()
    {
        const string name = "Northwind data lake migration";
        var deal = await ShareAsync(Ana, name);
        await SubmitAsync(Ana, deal, Complete(name, "Northwind runs its reports on an overloaded warehouse and wants a data lake on Amazon S3."));
        deal = await story.UntilAsync(name, "the opportunity is created, associated and submitted", Deal(name, d => Status(d) == "Submitted"));
        await ReviewAsync(deal, "Approved");
        await people.AwsSellerEditsAsync(deal.OpportunityId!, new JsonObject
        {
            ["Insights.EngagementScore"] = "High",
            ["LifeCycle.NextSteps"] = "AWS account team to introduce the data practice lead.",
        });
        deal = await story.UntilAsync(name, "Salesforce shows the approval, AWS's team and score", Deal(name, d =>
            Status(d) == "Approved" && Ours(d, "AWS Sales Rep") is not null && Ours(d, "AWS Marketplace Engagement Score") == "High"));
        await EditBothSidesAsync(name, deal);
        await LaunchAsync(name, deal);
    }

    /// <summary>Edits of different rows are both kept; of the same row, the later Last Modified Date wins.</summary>
    private async Task EditBothSidesAsync(string name, Deal deal)
    {
        story.Tell(name, "Ana", "writes a next step in Salesforce while a colleague changes the sales activities in Partner Central");
        await people.SellerEditsAsync(Ana, map.RecordType, deal.Id, new JsonObject { ["Next_Step__c"] = "Workshop with the data team on the migration plan." });
        await people.ColleagueEditsAsync(deal.OpportunityId!, new JsonObject { ["Project.SalesActivities"] = new JsonArray("Conducted POC / Demo", "Customer has shown interest in solution") });
        deal = await story.UntilAsync(name, "both edits are kept on both sides", Deal(name, d => Both(d, "Next Step", "Workshop with the data team on the migration plan.")
            && Both(d, "Sales Activities", "Conducted POC / Demo;Customer has shown interest in solution")));
        story.Tell(name, "Ana", "and then a colleague in Partner Central write different next steps");
        await people.SellerEditsAsync(Ana, map.RecordType, deal.Id, new JsonObject { ["Next_Step__c"] = "Ana: send the revised offer." });
        await story.PauseAsync(TimeSpan.FromSeconds(1.1));
        await people.ColleagueEditsAsync(deal.OpportunityId!, new JsonObject { ["LifeCycle.NextSteps"] = "Colleague: legal review of the offer." });
        await story.UntilAsync(name, "the later one, from Partner Central, wins; Sync Note says what was replaced", Deal(name, d =>
            Both(d, "Next Step", "Colleague: legal review of the offer.") && (Field(d, CoSellFields.SyncNote)?.Contains("was replaced by", StringComparison.Ordinal) ?? false)));
    }

    private async Task LaunchAsync(string name, Deal deal)
    {
        story.Tell(name, "Ana", "wins the deal: stage Closed Won on the Opportunity, software revenue on the co-sell record");
        await people.SellerEditsAsync(Ana, map.RecordType, deal.Id, new JsonObject
        {
            ["AWS_Account_Id__c"] = "123456789012", ["Contract_Start_Date__c"] = "2027-01-01", ["Contract_End_Date__c"] = "2028-12-31", ["Customer_Software_Value__c"] = 240000,
            ["Procurement_Type__c"] = "Subscription", ["AWS_Products__c"] = "AmazonS3;AWSGlue",
        });
        await people.SellerEditsAsync(Ana, "Opportunity", Field(deal, CoSellFields.Opportunity)!, new JsonObject { ["StageName"] = "Closed Won" });
        deal = await story.UntilAsync(name, "AWS has stage Committed with the contract", Deal(name, d => Both(d, Labels.SaleStage, "Committed") && Both(d, "Procurement Type", "Subscription")));
        story.Tell(name, "a colleague", "sets Launched in Partner Central, and AWS closes its own record");
        await people.ColleagueEditsAsync(deal.OpportunityId!, new JsonObject { ["LifeCycle.Stage"] = "Launched" });
        await people.AwsSellerEditsAsync(deal.OpportunityId!, new JsonObject { ["LifeCycle.Stage"] = "Launched", ["LifeCycle.TargetCloseDate"] = Theirs(deal, Labels.TargetCloseDate) });
        await story.UntilAsync(name, "Salesforce shows Launched and AWS's own stage; Sync Status is Closed at AWS", Deal(name, d =>
            Both(d, Labels.SaleStage, "Launched") && Ours(d, "AWS Stage") == "Launched" && Field(d, CoSellFields.SyncStatus) == "Closed at AWS"));
    }

    /// <summary>AWS asks for a change, the seller makes it and ticks again; later the deal is lost.</summary>
    private async Task ActionRequiredToClosedLostAsync()
    {
        const string name = "Contoso contact center";
        var deal = await ShareAsync(Tom, name);
        await SubmitAsync(Tom, deal, Complete(name, "Contoso's agents work on three systems and want one contact center."));
        deal = await story.UntilAsync(name, "the opportunity is created, associated and submitted", Deal(name, d => Status(d) == "Submitted"));
        await ReviewAsync(deal, "Action Required", "Please describe the customer's workload.", "Clarify Solution");
        deal = await story.UntilAsync(name, "Salesforce shows what AWS asks for, and the tick is cleared", Deal(name, d =>
            Ours(d, "Is Action Required") == "true" && d.Record[CoSellFields.SubmitToAws]?.GetValue<bool>() == false));
        story.Tell(name, "Tom", "describes the workload and ticks Submit To AWS again");
        await people.SellerEditsAsync(Tom, map.RecordType, deal.Id, new JsonObject
        {
            ["Project_Description__c"] = "Contoso's 400 agents work on three systems; they move to Amazon Connect with speech analytics.", [CoSellFields.SubmitToAws] = true,
        });
        deal = await story.UntilAsync(name, "the change is at AWS, which reviews it", Deal(name, d => Status(d) == "Submitted" && Theirs(d, Labels.ProjectDescription)?.Contains("400 agents", StringComparison.Ordinal) == true));
        await ReviewAsync(deal, "Approved");
        deal = await story.UntilAsync(name, "Salesforce shows the approval", Deal(name, d => Both(d, Labels.Status, "Approved")));
        story.Tell(name, "Tom", "loses the deal: Closed Lost with a reason");
        await people.SellerEditsAsync(Tom, map.RecordType, deal.Id, new JsonObject { ["Closed_Lost_Reason__c"] = "Price" });
        await people.SellerEditsAsync(Tom, "Opportunity", Field(deal, CoSellFields.Opportunity)!, new JsonObject { ["StageName"] = "Closed Lost" });
        await story.UntilAsync(name, "AWS has Closed Lost with the reason", Deal(name, d => Both(d, Labels.SaleStage, "Closed Lost") && Both(d, Labels.ClosedLostReason, "Price")));
    }

    /// <summary>A referral is shown with its deadline, accepted by the seller, and then lives on both sides.</summary>
    private async Task ReferralAcceptedAsync()
    {
        const string title = "Humongous Insurance claims platform";
        story.Tell(title, "AWS", $"refers '{title}'");
        await people.ReferralArrivesAsync(Referrals.Claims(title));
        var deal = await story.UntilAsync(title, "Salesforce has a co-sell record with Accept By", Deal(title, d => Ours(d, Labels.AcceptBy) is not null && Field(d, CoSellFields.SyncStatus) == "Referral to answer"));
        story.Tell(title, "Tom", "accepts the referral");
        await people.SellerEditsAsync(Tom, map.RecordType, deal.Id, new JsonObject { [CoSellFields.ReferralDecision] = "Accept" });
        deal = await story.UntilAsync(title, "the opportunity is there, approved, with all its data", Deal(title, d => Both(d, Labels.Status, "Approved") && Both(d, "Customer Email", "dana.keller@humongous.example.com")));
        story.Tell(title, "Tom", "describes another solution and the customer's phone; a colleague sets the stage");
        await people.SellerEditsAsync(Tom, map.RecordType, deal.Id, new JsonObject { ["Other_Solution_Offered__c"] = "Claims intake on AWS, tailored for insurers", ["Customer_Phone__c"] = "(206) 555-0123" });
        await people.ColleagueEditsAsync(deal.OpportunityId!, new JsonObject { ["LifeCycle.Stage"] = "Qualified" });
        await story.UntilAsync(title, "both are on both sides", Deal(title, d => Both(d, "Customer Phone", "+12065550123") && Both(d, Labels.SaleStage, "Qualified") && Theirs(d, Labels.OtherSolutionOffered) is not null));
    }

    private async Task ReferralRejectedAsync()
    {
        const string title = "Proseware store analytics";
        story.Tell(title, "AWS", $"refers '{title}'");
        await people.ReferralArrivesAsync(Referrals.Analytics(title));
        var deal = await story.UntilAsync(title, "Salesforce has a co-sell record to answer", Deal(title, d => Field(d, CoSellFields.SyncStatus) == "Referral to answer"));
        story.Tell(title, "Ana", "rejects the referral with a reason");
        await people.SellerEditsAsync(Ana, map.RecordType, deal.Id, new JsonObject { ["Rejection_Reason__c"] = "Unable to support", [CoSellFields.ReferralDecision] = "Reject" });
        await story.UntilAsync(title, "AWS has the rejection with its reason", Deal(title, d => Field(d, CoSellFields.SyncStatus) == "Not shared" && Theirs(d, Labels.RejectionReason) == "Unable to support"));
    }

    /// <summary>A deal that waits for its seller at the day's end.</summary>
    private async Task ActionStillRequiredAsync()
    {
        const string name = "Tailspin disaster recovery";
        var deal = await ShareAsync(Tom, name);
        await SubmitAsync(Tom, deal, Complete(name, "Tailspin needs a second site for its booking systems within the year."));
        deal = await story.UntilAsync(name, "the opportunity is created, associated and submitted", Deal(name, d => Status(d) == "Submitted"));
        await ReviewAsync(deal, "Action Required", "Which systems move first?", "Clarify Revenue");
        await story.UntilAsync(name, "Sync Error asks for the change in AWS's words", Deal(name, d =>
            Ours(d, "Is Action Required") == "true" && Field(d, CoSellFields.SyncError)!.Contains("Which systems move first?", StringComparison.Ordinal)));
    }

    /// <summary>What AWS needs and the record lacks is told in the seller's words, before a write is spent.</summary>
    private async Task MissingInformationAsync()
    {
        const string name = "Wingtip analytics";
        var deal = await ShareAsync(Ana, name);
        story.Tell(name, "Ana", "ticks Submit To AWS with nothing filled in");
        await people.SellerEditsAsync(Ana, map.RecordType, deal.Id, new JsonObject { [CoSellFields.SubmitToAws] = true });
        await story.UntilAsync(name, "Sync Error lists what AWS needs; nothing is created at AWS", Deal(name, d =>
            Field(d, CoSellFields.SyncStatus) == "Missing information" && Field(d, CoSellFields.SyncError)!.Contains("Project Description: empty.", StringComparison.Ordinal) && d.OpportunityId is null));
    }

    private async Task<Deal> ShareAsync(string who, string name)
    {
        var opportunity = (await people.RecordsAsync("Opportunity")).OfType<JsonObject>().Single(o => o["Name"]!.GetValue<string>() == name)["Id"]!.GetValue<string>();
        story.Tell(name, Who(who), $"ticks Share With AWS on '{name}'");
        await people.SellerEditsAsync(who, "Opportunity", opportunity, new JsonObject { [CoSellFields.ShareWithAws] = true });
        return await story.UntilAsync(name, "there is a co-sell draft, filled from the Opportunity and its Account", Deal(name, d => Ours(d, Labels.CompanyName) is not null));
    }

    private async Task SubmitAsync(string who, Deal deal, JsonObject fields)
    {
        story.Tell(deal.Title, Who(who), "fills in what AWS needs and ticks Submit To AWS");
        fields[CoSellFields.SubmitToAws] = true;
        await people.SellerEditsAsync(who, map.RecordType, deal.Id, fields);
    }

    private async Task ReviewAsync(Deal deal, string answer, string? comments = null, string? reason = null)
    {
        story.Tell(deal.Title, "an AWS reviewer", $"answers the review: {answer}");
        await people.ReviewerAnswersAsync(deal.OpportunityId!, "In review");
        await people.ReviewerAnswersAsync(deal.OpportunityId!, answer, comments, reason);
    }

    /// <summary>What a seller fills in that nothing in the Opportunity tells.</summary>
    private static JsonObject Complete(string name, string problem) => new()
    {
        ["Project_Description__c"] = problem, ["Use_Case__c"] = "Big Data: Data Warehouse / Data Integration / ETL / Data Lake / BI", ["Delivery_Model__c"] = "SaaS or PaaS;Managed Services",
        ["Expected_Monthly_AWS_Revenue__c"] = 12500, ["Sales_Activities__c"] = "Initialized discussions with customer", ["Partner_Primary_Need_From_AWS__c"] = "Co-Sell - Architectural Validation",
        ["Is_Opp_From_Marketing_Activity__c"] = "Yes", ["Is_Marketing_Development_Funded__c"] = "Yes", ["Marketing_Channels__c"] = "Live Event", ["Involvement_Type__c"] = "Co-Sell",
        ["Solution_Offered__c"] = Solution, ["Customer_First_Name__c"] = "Dana", ["Customer_Last_Name__c"] = "Keller", ["Customer_Email__c"] = "Dana.Keller@example.com",
        ["Next_Step__c"] = $"Kick-off for {name}", ["APN_Programs__c"] = "Migration Acceleration Program;Well-Architected",
    };

    private static Func<System.Collections.Immutable.ImmutableArray<Deal>, Deal?> Deal(string title, Func<Deal, bool> shows) => deals => deals.FirstOrDefault(d => d.Title == title && shows(d));

    private string? Status(Deal deal) => Theirs(deal, Labels.Status);

    private string? Ours(Deal deal, string row) => deal.SalesforceValue(map[row]);

    private string? Theirs(Deal deal, string row) => deal.AwsValue(map[row]);

    private bool Both(Deal deal, string row, string value) => Ours(deal, row) == value && Theirs(deal, row) == value;

    private static string? Field(Deal deal, string field) => deal.Record[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Who(string username) => username == Ana ? "Ana" : "Tom";
}
