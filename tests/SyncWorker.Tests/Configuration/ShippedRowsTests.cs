using System.Collections.Immutable;
using SyncWorker.Configuration;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Tests.Configuration;

/// <summary>The map in <c>config/</c> against the published table and what is known of each row, written down by hand.</summary>
public sealed class ShippedRowsTests
{
    private static readonly FieldMap Map = FieldMapLoader.Load(Repository.Config).Map!;

    // Label: flow, codec. Transcribed from the published table and AWS's API, not from the map.
    private const string Published = """
        APN CRM Unique Identifier: ToSalesforce text
        Opportunity Ownership: ToSalesforce picklist
        AWS Marketplace Engagement Score: ToSalesforce picklist
        Sale Stage: Both picklist
        AWS Stage: ToSalesforce picklist
        Industry: Both picklist
        Target Close Date: Both date
        Status: ToSalesforce picklist
        Cloud Created Date: ToSalesforce dateTime
        Last Modified Date: ToSalesforce dateTime
        Rejection Reason: Both picklist
        Mapped Object: ToSalesforce text
        Mapped Object Type: ToSalesforce text
        Mapped Object Id: ToPartnerCentral id
        Clazar Id: ToSalesforce text
        Customer Company Name: Both text
        Customer Email: Both email
        Customer First Name: Both text
        Customer Last Name: Both text
        Customer Website: Both website
        Customer Phone: Both phone
        Country: Both country
        State: Both state
        Postal Code: Both postalCode
        AWS Sales Rep: ToSalesforce person
        AWS Account Owner: ToSalesforce person
        AWS ISV Success Manager: ToSalesforce person
        AWS Partner Success Manager: ToSalesforce person
        Partner Developer Manager Email: ToSalesforce email
        Partner Developer Manager Name: ToSalesforce name
        Primary Contact First Name: ToPartnerCentral text
        Primary Contact Last Name: ToPartnerCentral text
        Primary Contact Email: ToPartnerCentral email
        Primary Contact Phone: ToPartnerCentral phone
        Partner Primary Need From AWS: Both set
        Partner Primary Need From AWS Other: None text
        Partner Project Title: Both text
        Is Marketing Development Funded: Both picklist
        Opportunity Type: Both picklist
        Is Opp From Marketing Activity: Both yesNo
        Project Description: Both text
        Use Case: Both picklist
        Expected Monthly AWS Revenue: Both money
        Is Action Required: ToSalesforce is
        Is Net New Business For Company: ToSalesforce is
        Solution Offered: Both solutions
        Other Solution Offered: Both text
        Accept By: ToSalesforce dateTime
        Closed Lost Reason: Both picklist
        Sales Activities: Both set
        Next Step: Both text
        Delivery Model: Both set
        AWS Products: Both set
        APN Programs: Both set
        Contract Start Date: Both date
        Contract End Date: Both date
        Customer Software Value: Both money
        Procurement Type: Both picklist
        """;

    [Fact]
    public void Its_rows_are_the_58_of_the_published_table_in_their_order()
    {
        var rows = Map.Rows.Where(r => r.IsPublished).ToArray();
        Assert.Equal(58, rows.Length);
        Assert.Equal(Published.Split('\n'), rows.Select(r => $"{r.Label}: {r.Flow} {r.Codec.Name}"));
    }

    [Fact]
    public void It_has_the_published_headings_over_the_published_rows()
    {
        Assert.Equal(
            ["", "Mapped Object", "Customer Details", "AWS Contact", "Partner Detail", "Project Details", "SaaS Details"],
            Map.Rows.Where(r => r.IsPublished).Select(r => r.Section).Distinct());
        Assert.Equal(
            [11, 4, 9, 4, 8, 18, 4],
            Map.Rows.Where(r => r.IsPublished).GroupBy(r => r.Section).Select(g => g.Count()));
    }

    [Theory]
    [InlineData("APN CRM Unique Identifier", "OPPORTUNITY ID")]
    [InlineData("Mapped Object Type", "Default \"opportunity\"")]
    [InlineData("Customer Phone", "Contact Details>Customer Contact>phone")]
    [InlineData("Is Net New Business For Company", "Project Details>If Opportunity Type New Business then \"Yes\" else \"No\"")]
    [InlineData("Closed Lost Reason", "Project Details> Closed Lost Reason")]
    [InlineData("Accept By", "")]
    [InlineData("Procurement Type", "SaaS Details>Procurement Type")]
    public void It_quotes_where_the_published_table_finds_a_row_on_the_screen(string label, string screen) => Assert.Equal(screen, Map[label].Screen);

    [Theory]
    [InlineData("Sale Stage", "Opportunity__r.StageName Always")]
    [InlineData("Target Close Date", "Opportunity__r.CloseDate Always")]
    [InlineData("Opportunity Type", "Opportunity__r.Type Always")]
    [InlineData("Mapped Object Id", "Opportunity__r.Id Always")]
    [InlineData("Primary Contact Email", "Opportunity__r.Owner.Email Always")]
    [InlineData("Industry", "Opportunity__r.Account.Industry UntilApproved")]
    [InlineData("Customer Company Name", "Opportunity__r.Account.Name UntilApproved")]
    [InlineData("Customer Website", "Opportunity__r.Account.Website UntilApproved")]
    [InlineData("Country", "Opportunity__r.Account.BillingCountry UntilApproved")]
    [InlineData("State", "Opportunity__r.Account.BillingState UntilApproved")]
    [InlineData("Postal Code", "Opportunity__r.Account.BillingPostalCode UntilApproved")]
    [InlineData("Partner Project Title", "Opportunity__r.Name UntilApproved")]
    [InlineData("Project Description", null)]
    [InlineData("Customer Email", null)]
    [InlineData("Next Step", null)]
    [InlineData("Expected Monthly AWS Revenue", null)]
    [InlineData("Customer Software Value", null)]
    public void A_row_follows_what_saves_the_seller_typing_twice_and_no_more(string label, string? follows) =>
        Assert.Equal(follows, Map[label].Follows is { } f ? $"{f.Path} {f.Mode}" : null);

    [Theory]
    [InlineData("Sale Stage", "opportunity.LifeCycle.Stage", "opportunity.LifeCycle.Stage")]
    [InlineData("Opportunity Ownership", "awsSummary.Origin, worker.Origin", null)]
    [InlineData("Rejection Reason", "opportunity.LifeCycle.ReviewStatusReason, invitation.RejectionReason", "invitation.RejectionReason")]
    [InlineData("Mapped Object", "worker.MappedObjectUrl", null)]
    [InlineData("Clazar Id", "worker.LinkId", null)]
    [InlineData("Accept By", "invitation.ExpirationDate", null)]
    [InlineData("AWS ISV Success Manager", "awsSummary.OpportunityTeam[BusinessTitle=ISVSM]", null)]
    [InlineData("AWS Partner Success Manager", "awsSummary.OpportunityTeam[BusinessTitle=PSM]", null)]
    [InlineData("Partner Developer Manager Email", "awsSummary.OpportunityTeam[BusinessTitle=PDM].Email, awsSummary.OpportunityTeam[BusinessTitle=WWPSPDM].Email", null)]
    [InlineData("Solution Offered", "association.Solutions", "association.Solutions")]
    [InlineData("Procurement Type", "opportunity.SoftwareRevenue.DeliveryModel", "opportunity.SoftwareRevenue.DeliveryModel")]
    [InlineData("Contract Start Date", "opportunity.SoftwareRevenue.EffectiveDate", "opportunity.SoftwareRevenue.EffectiveDate")]
    [InlineData("Contract End Date", "opportunity.SoftwareRevenue.ExpirationDate", "opportunity.SoftwareRevenue.ExpirationDate")]
    [InlineData("Project Description", "opportunity.Project.CustomerBusinessProblem, invitation.Payload.OpportunityInvitation.Project.BusinessProblem", "opportunity.Project.CustomerBusinessProblem")]
    [InlineData("Involvement Type", "awsSummary.InvolvementType", "submission.InvolvementType")]
    public void A_row_is_read_and_written_where_AWS_has_it(string label, string read, string? write)
    {
        Assert.Equal(read, string.Join(", ", Map[label].Read.Select(p => p.ToString())));
        Assert.Equal(write, Map[label].Write?.ToString());
    }

    [Theory]
    [InlineData("customerContact", "Customer Email, Customer First Name, Customer Last Name, Customer Phone")]
    [InlineData("primaryContact", "Primary Contact First Name, Primary Contact Last Name, Primary Contact Email, Primary Contact Phone")]
    [InlineData("industry", "Industry, Other Industry")]
    [InlineData("expectedRevenue", "Expected Monthly AWS Revenue, Currency")]
    [InlineData("softwareRevenue", "Contract Start Date, Contract End Date, Customer Software Value, Procurement Type, Software Value Currency")]
    public void Rows_that_mean_something_only_together_are_a_group(string group, string labels) =>
        Assert.Equal(labels, string.Join(", ", Map.Rows.Where(r => r.Group == group).Select(r => r.Label)));

    [Fact]
    public void Amounts_go_with_all_that_AWS_wants_beside_them_or_not_at_all() =>
        Assert.All(Map.Rows.Where(r => r.Group is "expectedRevenue" or "softwareRevenue"), r => Assert.True(r.Complete));

    [Fact]
    public void An_empty_list_or_contact_in_Salesforce_clears_nothing_at_AWS() => Assert.Equal(
        ["Customer Email", "Customer First Name", "Customer Last Name", "Customer Phone", "Solution Offered", "AWS Products", "Marketplace Offer", "Marketplace Offer Set", "Marketplace Solution", "Marketplace Product"],
        Map.Rows.Where(r => r.KeepWhenEmpty).Select(r => r.Label));

    [Fact]
    public void Only_these_values_are_assumed_where_a_seller_says_nothing() => Assert.Equal(
        ["Currency: USD", "Software Value Currency: USD", "National Security: No", "Visibility: Full"],
        Map.Rows.Where(r => r.Default is not null).Select(r => $"{r.Label}: {r.Default}"));

    [Fact]
    public void What_it_calls_required_is_what_a_submission_misses_when_all_is_empty()
    {
        var empty = new Facts(ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty, new DateOnly(2026, 11, 23));
        Assert.Equal(
            Requirements.ForSubmission(empty).Select(p => p.Row).Except([Labels.SolutionOffered]).Order(StringComparer.Ordinal),
            Map.Rows.Where(r => r.Required).Select(r => r.Label).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void While_AWS_asks_for_a_change_these_rows_are_open() => Assert.Equal(
        ["Target Close Date", "Customer Website", "Country", "State", "Postal Code", "Project Description", "Expected Monthly AWS Revenue", "Street", "City", "Currency"],
        Map.Rows.Where(r => r.Write is { } member && Editability.IsOpenInActionRequired(member)).Select(r => r.Label));

    [Fact]
    public void Every_label_that_the_lifecycle_names_is_a_row() =>
        Assert.All(typeof(Labels).GetFields().Select(f => (string)f.GetRawConstantValue()!), label => Assert.NotNull(Map.Find(label)));

    [Fact]
    public void Every_field_that_the_worker_names_is_a_row() => Assert.All(
        typeof(CoSellFields).GetFields().Select(f => (string)f.GetRawConstantValue()!).Where(f => f.EndsWith("__c", StringComparison.Ordinal)),
        field => Assert.Contains(Map.Rows, r => r.Fields.Contains(field)));

    [Fact]
    public void What_does_not_flow_says_why() => Assert.All(Map.Rows.Where(r => r.Flow == Flow.None), r => Assert.False(string.IsNullOrEmpty(r.Reason)));
}
