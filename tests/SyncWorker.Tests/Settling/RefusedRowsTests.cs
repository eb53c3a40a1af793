using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SyncWorker.Configuration;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.PartnerCentral;
using SyncWorker.Remote;
using SyncWorker.Settling;

namespace SyncWorker.Tests.Settling;

/// <summary>AWS's names of members, back to the rows of the shipped map.</summary>
public sealed class RefusedRowsTests
{
    private static readonly FieldMap Map = FieldMapLoader.Load(Repository.Config).Map!;

    [Theory]
    [InlineData("project.title", "Partner Project Title")]
    [InlineData("Project.Title", "Partner Project Title")]
    [InlineData("$.project.title", "Partner Project Title")]
    [InlineData("customer.account.websiteUrl", "Customer Website")]
    [InlineData("customer.account.address.stateOrRegion", "State")]
    [InlineData("customer.account.awsAccountId", "AWS Account Id")]
    [InlineData("customer.contacts.1.member.email", "Customer Email")]
    [InlineData("customer.contacts[0].email", "Customer Email")]
    [InlineData("customer.contacts[].phone", "Customer Phone")]
    [InlineData("customer.contacts.phone", "Customer Phone")]
    [InlineData("customer.contacts.2.member.email", "")]
    [InlineData("customer.contacts[1].email", "")]
    [InlineData("project.expectedCustomerSpend.amount", "Expected Monthly AWS Revenue")]
    [InlineData("project.expectedCustomerSpend.1.member.amount", "Expected Monthly AWS Revenue")]
    [InlineData("project.expectedCustomerSpend.2.member.currencyCode", "Currency")]
    [InlineData("project.expectedCustomerSpend", "Expected Monthly AWS Revenue")]
    [InlineData("project.expectedCustomerSpend.estimationUrl", "")]
    [InlineData("primaryNeedsFromAws", "Partner Primary Need From AWS")]
    [InlineData("primaryNeedsFromAws.1.member", "Partner Primary Need From AWS")]
    [InlineData("project.salesActivities.3.member", "Sales Activities")]
    [InlineData("lifeCycle.targetCloseDate", "Target Close Date")]
    [InlineData("lifeCycle.closedLostReason", "Closed Lost Reason")]
    [InlineData("marketing.awsFundingUsed", "Is Marketing Development Funded")]
    [InlineData("softwareRevenue.value.amount", "Customer Software Value")]
    [InlineData("softwareRevenue.value", "Customer Software Value")]
    [InlineData("softwareRevenue.effectiveDate", "Contract Start Date")]
    [InlineData("nationalSecurity", "National Security")]
    [InlineData("partnerOpportunityIdentifier", "Mapped Object Id")]
    [InlineData("relatedEntityIdentifiers.solutions", "Solution Offered")]
    [InlineData("awsSubmission.involvementType", "Involvement Type")]
    [InlineData("involvementType", "Involvement Type")]
    [InlineData("visibility", "Visibility")]
    [InlineData("assignee.email", "Primary Contact Email")]
    [InlineData("opportunityTeam.1.member.phone", "Primary Contact Phone")]
    [InlineData("rejectionReason", "Rejection Reason")]
    [InlineData("identifier", "")]
    [InlineData("clientToken", "")]
    public void A_member_that_AWS_names_is_a_row_of_the_map(string name, string row)
    {
        var (words, rows) = RefusedRows.Of(Map, Update(), Listed((name, "AWS's words")));

        Assert.Equal(row.Length == 0 ? "AWS's words" : $"{row}: AWS's words", words);
        Assert.Equal(row.Length == 0 ? [] : [row], rows.Keys);
    }

    [Fact]
    public void Every_problem_of_the_list_is_told_one_a_line()
    {
        var (words, rows) = RefusedRows.Of(Map, Update(), Listed(("project.title", "missing"), ("customer.account.duns", "no number"), ("lifeCycle.stage", "unknown"), ("project.title", "missing")));

        Assert.Equal("Partner Project Title: missing\nno number\nSale Stage: unknown", words);
        Assert.Equal(["Partner Project Title", "Sale Stage"], rows.Keys.Order());
    }

    [Fact]
    public void Two_problems_of_a_row_are_both_told()
    {
        var (_, rows) = RefusedRows.Of(Map, Update(), Listed(("project.title", "Too long."), ("project.title", "No line breaks.")));

        Assert.Equal("Too long. No line breaks.", rows["Partner Project Title"]);
    }

    [Theory]
    [InlineData(
        "1 validation error detected: Value at 'customer.contacts.1.member.email' failed to satisfy constraint: Member must satisfy regular expression pattern: ^a;b$",
        "Customer Email: Value at 'customer.contacts.1.member.email' failed to satisfy constraint: Member must satisfy regular expression pattern: ^a;b$")]
    [InlineData(
        "2 validation errors detected: Value null at 'project.title' failed to satisfy constraint: Member must not be null; Value 'Nowhere' at 'lifeCycle.stage' failed to satisfy constraint: Member must satisfy enum value set: [Prospect, Qualified]",
        "Partner Project Title: Value null at 'project.title' failed to satisfy constraint: Member must not be null\nSale Stage: Value 'Nowhere' at 'lifeCycle.stage' failed to satisfy constraint: Member must satisfy enum value set: [Prospect, Qualified]")]
    [InlineData(
        "1 validation error detected: Value at 'catalog' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z]+",
        "Value at 'catalog' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z]+")]
    [InlineData(
        "Field Customer.Account.OtherIndustry is required when Customer.Account.Industry is 'Other'.",
        "Other Industry: Field Customer.Account.OtherIndustry is required when Customer.Account.Industry is 'Other'.")]
    [InlineData("Something went wrong.", "Something went wrong.")]
    public void What_AWS_says_without_a_list_is_read_from_its_words(string message, string words)
    {
        var refused = Read($$"""{"__type":"com.amazon.coral.validate#ValidationException","Message":{{JsonSerializer.Serialize(message)}},"Reason":"REQUEST_VALIDATION_FAILED"}""");

        Assert.Equal(words, RefusedRows.Of(Map, Update(), refused).Words);
    }

    [Fact]
    public void A_name_that_is_left_out_is_found_in_the_words() => Assert.Equal(
        ["Marketing Campaign"],
        RefusedRows.Of(Map, Update(), Listed(("", "marketing.useCases , marketing.campaignName , marketing.awsFundingUsed cannot have values if marketing.source is set to No"))).Rows.Keys);

    [Fact]
    public void What_AWS_names_as_a_whole_is_what_the_step_changes_of_it()
    {
        var step = Update("Marketing Channels", "Is Marketing Development Funded", "Next Step");

        Assert.Equal(["Is Marketing Development Funded", "Marketing Channels"], RefusedRows.Of(Map, step, Listed(("marketing", "no"))).Rows.Keys.Order());
        Assert.Equal(["Is Marketing Development Funded"], RefusedRows.Of(Map, Update("Next Step"), Listed(("marketing", "no"))).Rows.Keys);
    }

    [Fact]
    public void A_refused_association_is_its_rows()
    {
        var step = new Step { Kind = StepKind.Associate, EntityType = "AwsProducts", Entity = "AWSLambda", Changes = Update("AWS Products").Changes };

        Assert.Equal("AWS Products: no such product", RefusedRows.Of(Map, step, Listed(("relatedEntityIdentifier", "no such product"))).Words);
    }

    private static RemoteException Listed(params (string Name, string Message)[] problems) => Read(new JsonObject
    {
        ["__type"] = "ValidationException",
        ["Message"] = "Request validation failed.",
        ["Reason"] = "BUSINESS_VALIDATION_FAILED",
        ["ErrorList"] = new JsonArray(
            [.. problems.Select(p => new JsonObject { ["FieldName"] = p.Name, ["Message"] = p.Message, ["Code"] = "INVALID_VALUE" })]),
    }.ToJsonString());

    private static RemoteException Read(string body) => PartnerCentralErrors.Read("UpdateOpportunity", new HttpResponseMessage(HttpStatusCode.BadRequest), body);

    private static Step Update(params string[] rows) => new()
    {
        Kind = StepKind.UpdateOpportunity,
        Changes = [.. rows.Select(r => new Change(r, Side.PartnerCentral, "x", null, [], new SentPart(default, default, default, "x")))],
    };
}
