using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

/// <summary>Every member in every review status: what AWS's developer guide and data model let the partner change.</summary>
public sealed class EditabilityTests
{
    private const string Estimate = "https://calculator.aws/#/estimate?id=5b3a1f0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a";

    /// <summary>The member, another value for it, and whether it is open in Action Required, in Approved and after the launch.</summary>
    public static TheoryData<string, string, bool, bool, bool> Members => new()
    {
        { "PrimaryNeedsFromAws", """["Co-Sell - Deal Support"]""", false, false, false },
        { "NationalSecurity", "\"Yes\"", false, false, false },
        { "PartnerOpportunityIdentifier", "\"another\"", true, false, false },
        { "OpportunityType", "\"Flat Renewal\"", false, true, true },
        { "Customer.Account.CompanyName", "\"Another\"", false, false, false },
        { "Customer.Account.Industry", "\"Retail\"", false, false, false },
        { "Customer.Account.OtherIndustry", "\"Insurance\"", false, true, false },
        { "Customer.Account.WebsiteUrl", "\"www.another.com\"", true, false, false },
        { "Customer.Account.AwsAccountId", "\"444455556666\"", false, true, false },
        { "Customer.Account.Duns", "\"123456789\"", false, true, false },
        { "Customer.Account.Address.City", "\"Albany\"", true, true, false },
        { "Customer.Account.Address.StreetAddress", "\"1 Other St.\"", true, true, false },
        { "Customer.Account.Address.CountryCode", "\"CA\"", true, false, false },
        { "Customer.Account.Address.PostalCode", "\"10002\"", true, false, false },
        { "Customer.Account.Address.StateOrRegion", "\"Texas\"", true, false, false },
        { "Customer.Contacts.0.Email", "\"another@humongousinsurance.com\"", false, true, false },
        { "Customer.Contacts.0.FirstName", "\"John\"", false, true, false },
        { "Customer.Contacts.0.LastName", "\"Roe\"", false, true, false },
        { "Customer.Contacts.0.BusinessTitle", "\"CEO\"", false, true, false },
        { "Customer.Contacts.0.Phone", "\"+12125550199\"", false, true, false },
        { "Project.Title", "\"Another\"", false, false, false },
        { "Project.ApnPrograms", """["Windows"]""", false, false, false },
        { "Project.AwsPartition", "\"aws-eusc\"", false, false, false },
        { "Project.CustomerBusinessProblem", "\"Another problem of at least twenty characters.\"", true, false, false },
        { "Project.CustomerUseCase", "\"Database\"", false, true, false },
        { "Project.DeliveryModels", """["Resell"]""", false, true, true },
        { "Project.SalesActivities", """["SOW Signed"]""", false, true, false },
        { "Project.CompetitorName", "\"On-Prem\"", false, true, false },
        { "Project.OtherCompetitorNames", "\"Another Cloud\"", false, true, false },
        { "Project.OtherSolutionDescription", "\"Another\"", false, true, false },
        { "Project.AdditionalComments", "\"Another\"", false, true, true },
        { "Project.RelatedOpportunityIdentifier", "null", false, true, true },
        { "Project.ExpectedCustomerSpend.0.Amount", "\"9000\"", true, true, false },
        { "Project.ExpectedCustomerSpend.0.CurrencyCode", "\"EUR\"", true, false, false },
        { "Project.ExpectedCustomerSpend.0.Frequency", "\"None\"", true, false, false },
        { "Project.ExpectedCustomerSpend.0.TargetCompany", "\"Self\"", true, false, false },
        { "Project.ExpectedCustomerSpend.0.EstimationUrl", $"\"{Estimate}\"", true, false, false },
        { "LifeCycle.Stage", "\"Technical Validation\"", false, true, false },
        { "LifeCycle.ClosedLostReason", "\"Price\"", false, true, false },
        { "LifeCycle.NextSteps", "\"Another\"", false, true, false },
        { "LifeCycle.TargetCloseDate", "\"2027-05-01\"", true, true, false },
        { "Marketing.Source", "\"Marketing Activity\"", false, true, false },
        { "Marketing.CampaignName", "\"Spring\"", false, true, false },
        { "Marketing.UseCases", """["Analytics"]""", false, true, false },
        { "Marketing.Channels", """["Email"]""", false, true, false },
        { "Marketing.AwsFundingUsed", "\"No\"", false, true, false },
        { "SoftwareRevenue", """{"DeliveryModel":"Contract","Value":{"Amount":"1","CurrencyCode":"USD"},"EffectiveDate":"2027-01-01","ExpirationDate":"2027-12-31"}""", false, true, false },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void In_a_draft_every_member_is_open(string path, string value, bool inActionRequired, bool inApproved, bool afterLaunch)
    {
        using var client = new SellingClient();

        Assert.False(IsLocked(client, Made(client), path, value), $"{path} is locked in the draft ({inActionRequired}, {inApproved}, {afterLaunch} later).");
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void In_Submitted_In_review_and_Rejected_every_member_is_locked(string path, string value, bool inActionRequired, bool inApproved, bool afterLaunch)
    {
        using var client = new SellingClient();
        var id = Submitted(client);
        Assert.Equal(("INVALID_RESOURCE_STATE", 1), Refusal(client, id, path, value));

        client.Emulator.Review(id, "In review");
        Assert.Equal(("INVALID_RESOURCE_STATE", 1), Refusal(client, id, path, value));

        client.Emulator.Review(id, "Rejected");
        Assert.Equal(("INVALID_RESOURCE_STATE", 1), Refusal(client, id, path, value));
        Assert.True(inApproved || !afterLaunch, $"{path} is locked after approval and opens by the launch ({inActionRequired} in between).");
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void In_Action_Required_Approved_and_after_launch_a_member_is_open_as_AWS_lists_it(string path, string value, bool inActionRequired, bool inApproved, bool afterLaunch)
    {
        using var client = new SellingClient();
        var asked = Submitted(client);
        client.Emulator.Review(asked, "Action Required", "Which?", "Other");
        var approved = Submitted(client);
        client.Emulator.Review(approved, "Approved");
        var launched = Submitted(client);
        client.Emulator.Review(launched, "Approved");
        client.Call("AssociateOpportunity", AssociationTests.Entity(launched, "Solutions", "S-0051244"));
        Assert.Null(client.Update(launched, o => o["LifeCycle"]!["Stage"] = "Launched").Error);

        Assert.Equal(
            (inActionRequired, inApproved, afterLaunch),
            (!IsLocked(client, asked, path, value), !IsLocked(client, approved, path, value), !IsLocked(client, launched, path, value)));
    }

    [Fact]
    public void In_the_revenue_program_software_revenue_stays_open_after_launch()
    {
        using var client = new SellingClient(new PartnerCentralEmulatorOptions { SaasRevenueRecognition = true });
        var id = Submitted(client);
        client.Emulator.Review(id, "Approved");
        client.Call("AssociateOpportunity", AssociationTests.Entity(id, "Solutions", "S-0051244"));
        var revenue = """{"DeliveryModel":"Contract","Value":{"Amount":"1","CurrencyCode":"USD"},"EffectiveDate":"2027-01-01","ExpirationDate":"2027-12-31"}""";
        Assert.Null(client.Update(id, o => { o["LifeCycle"]!["Stage"] = "Launched"; o["SoftwareRevenue"] = JsonNode.Parse(revenue); }).Error);

        Assert.Null(client.Update(id, o => o["SoftwareRevenue"]!["Value"]!["Amount"] = "2").Error);
    }

    private static string Made(SellingClient client)
    {
        var related = client.Create();
        return client.Create(Some.Opportunity(o =>
        {
            o["OpportunityType"] = "Expansion";
            o["Customer"]!["Account"]!["AwsAccountId"] = "111122223333";
            o["Project"]!["CompetitorName"] = "*Other";
            o["Project"]!["OtherCompetitorNames"] = "Contoso Cloud";
            o["Project"]!["RelatedOpportunityIdentifier"] = related;
            o["Project"]!["ExpectedCustomerSpend"]![0]!["Amount"] = "8250";
        }));
    }

    private static string Submitted(SellingClient client)
    {
        var id = Made(client);
        Assert.Equal("COMPLETE", SubmissionTests.Submit(client, id, token: id)["TaskStatus"]);
        return id;
    }

    // A value may break a rule of its own; what counts is whether the state forbids the change.
    private static bool IsLocked(SellingClient client, string id, string path, string value)
    {
        var answer = Put(client, id, path, value);
        return answer.Error is not null && answer.Problems.Any(p => p.Code is "ACTION_NOT_PERMITTED" or "INVALID_RESOURCE_STATE");
    }

    private static (string Code, int Count) Refusal(SellingClient client, string id, string path, string value)
    {
        var problems = Put(client, id, path, value).Problems;
        return (problems[0].Code, problems.Count);
    }

    private static Answer Put(SellingClient client, string id, string path, string value) => client.Update(id, o =>
    {
        var parts = path.Split('.');
        var target = parts[..^1].Aggregate((JsonNode)o, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!);
        target[parts[^1]] = JsonNode.Parse(value);
    });
}
