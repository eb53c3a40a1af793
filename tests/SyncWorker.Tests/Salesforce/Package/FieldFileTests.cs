using SyncWorker.Core.Mapping;

namespace SyncWorker.Tests.Salesforce.Package;

/// <summary>The fields of the org package, by hand: type and what belongs to it.</summary>
public sealed class FieldFileTests
{
    [Theory]
    [InlineData("APN_CRM_Unique_Identifier__c", "Text 20")]
    [InlineData("Clazar_Id__c", "Text 64")]
    [InlineData("Mapped_Object_Id__c", "Text 64")]
    [InlineData("Mapped_Object__c", "Url")]
    [InlineData("Customer_Company_Name__c", "Text 120")]
    [InlineData("Customer_Email__c", "Email")]
    [InlineData("Customer_Phone__c", "Phone")]
    [InlineData("Customer_Website__c", "Url")]
    [InlineData("Postal_Code__c", "Text 20")]
    [InlineData("Target_Close_Date__c", "Date")]
    [InlineData("Last_Modified_Date__c", "DateTime")]
    [InlineData("Accept_By__c", "DateTime")]
    [InlineData("Sale_Stage__c", "Picklist")]
    [InlineData("Is_Opp_From_Marketing_Activity__c", "Picklist")]
    [InlineData("Is_Marketing_Development_Funded__c", "Picklist")]
    [InlineData("Is_Action_Required__c", "Checkbox")]
    [InlineData("Is_Net_New_Business_For_Company__c", "Checkbox")]
    [InlineData("Delivery_Model__c", "MultiselectPicklist")]
    [InlineData("Solution_Offered__c", "LongTextArea 4096")]
    [InlineData("Marketplace_Offer__c", "Text 255")]
    [InlineData("AWS_Products__c", "LongTextArea 4096")]
    [InlineData("Project_Description__c", "LongTextArea 2000")]
    [InlineData("Other_Industry__c", "Text 255")]
    [InlineData("Review_Comments__c", "LongTextArea 32768")]
    [InlineData("Sync_Nonce__c", "Text 40")]
    [InlineData("Opportunity__c", "Lookup")]
    public void A_field_has_the_type_that_holds_its_values(string field, string expected)
    {
        var xml = ShippedPackage.Field(field);
        Assert.Equal(expected, xml.Text("length") is { } length ? $"{xml.Text("type")} {length}" : xml.Text("type"));
    }

    [Theory]
    [InlineData("Expected_Monthly_AWS_Revenue__c")]
    [InlineData("Customer_Software_Value__c")]
    public void An_amount_has_two_decimals(string field) =>
        Assert.Equal(("Currency", "18", "2"), (ShippedPackage.Field(field).Text("type"), ShippedPackage.Field(field).Text("precision"), ShippedPackage.Field(field).Text("scale")));

    [Theory]
    [InlineData("Clazar_Id__c", "true")]
    [InlineData("APN_CRM_Unique_Identifier__c", "false")]
    public void What_identifies_a_deal_is_unique(string field, string toTheLetter) =>
        Assert.Equal(("true", "true", toTheLetter), (ShippedPackage.Field(field).Text("externalId"), ShippedPackage.Field(field).Text("unique"), ShippedPackage.Field(field).Text("caseSensitive")));

    [Fact]
    public void Nothing_else_is_unique() => Assert.Equal(2, ShippedPackage.Files.Values.Count(v => v.Contains("<unique>", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Sale_Stage__c", "false", "Prospect, Qualified, Technical Validation, Business Validation, Committed, Launched, Closed Lost")]
    [InlineData("Opportunity_Ownership__c", "false", "AWS Referral, Partner Referral")]
    [InlineData("AWS_Marketplace_Engagement_Score__c", "false", "High, Medium, Low")]
    [InlineData("Procurement_Type__c", "false", "Contract, Pay-as-you-go, Subscription")]
    [InlineData("Status__c", "false", "Pending Submission, Submitted, In review, Approved, Rejected, Action Required, PENDING, ACCEPTED, EXPIRED")]
    [InlineData("Rejection_Reason__c", "false", "Customer problem unclear, Next steps unclear, Unable to support, Duplicate of partner referral, Other")]
    [InlineData("Is_Opp_From_Marketing_Activity__c", "true", "Yes, No")]
    [InlineData("Referral_Decision__c", "true", "Accept, Reject")]
    public void A_picklist_offers_AWSs_values_and_takes_others_where_AWS_may_add_some(string field, string restricted, string values)
    {
        var xml = ShippedPackage.Field(field);
        Assert.Equal(restricted, xml.All("restricted").Single().Value);
        Assert.Equal(values, string.Join(", ", xml.All("value").Select(v => v.Text("fullName"))));
    }

    [Fact]
    public void The_lookup_is_emptied_when_its_opportunity_is_deleted()
    {
        var lookup = ShippedPackage.Field("Opportunity__c");
        Assert.Equal(("Opportunity", "AWS_Co_Sell_Opportunities", "SetNull"), (lookup.Text("referenceTo"), lookup.Text("relationshipName"), lookup.Text("deleteConstraint")));
    }

    [Fact]
    public void No_field_is_required_because_a_draft_is_incomplete() => Assert.DoesNotContain(ShippedPackage.Files.Values, v => v.Contains("<required>true", StringComparison.Ordinal));

    [Fact]
    public void No_picklist_has_a_value_twice_as_Salesforce_compares_them() => Assert.All(ShippedPackage.Files.Where(f => f.Value.Contains("<valueSet>", StringComparison.Ordinal)), f =>
    {
        var values = ShippedPackage.Field(f.Key.Split('/')[^1].Split('.')[0]).All("value").Select(v => v.Text("fullName")!).ToArray();
        Assert.NotEmpty(values);
        Assert.Equal(values.Length, values.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(values, v => Assert.True(v.Length <= 255 && !v.Contains(';')));
    });

    [Fact]
    public void Names_labels_and_help_are_as_long_as_Salesforce_takes() => Assert.All(ShippedPackage.Files.Where(f => f.Key.EndsWith(".field-meta.xml", StringComparison.Ordinal)), f =>
    {
        var field = ShippedPackage.Field(f.Key.Split('/')[^1].Split('.')[0], f.Key.Split('/')[^3]);
        Assert.InRange(field.Text("fullName")!.Length, 1, 43);
        Assert.InRange(field.Text("label")!.Length, 1, 40);
        Assert.InRange((field.Text("inlineHelpText") ?? "").Length, 0, 510);
    });

    [Fact]
    public void Every_field_helps_a_seller_with_more_than_its_label() => Assert.All(ShippedPackage.AllFields, field =>
    {
        Assert.InRange((field.Text("inlineHelpText") ?? "").Length, 20, 510);
        Assert.NotEqual(field.Text("label"), field.Text("inlineHelpText")!.TrimEnd('.'));
    });

    [Theory]
    [InlineData("Last_Modified_Date__c", "At AWS; not Salesforce's own Last Modified Date.")]
    [InlineData("AWS_Stage__c", "Blank until AWS's own record is Launched or Closed Lost.")]
    public void Help_is_shown_where_a_label_misleads(string field, string help) => Assert.Equal(help, ShippedPackage.Field(field).Text("inlineHelpText"));

    [Fact]
    public void Ten_fields_keep_a_history() => Assert.Equal(
        ["AWS_Stage__c", "Closed_Lost_Reason__c", "Expected_Monthly_AWS_Revenue__c", "Opportunity__c", "Partner_Primary_Need_From_AWS__c", "Sale_Stage__c", "Status__c", "Submit_To_AWS__c", "Sync_Status__c", "Target_Close_Date__c"],
        ShippedPackage.AllFields.Where(f => f.Text("trackHistory") == "true").Select(f => f.Text("fullName")!).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_row_of_the_published_table_has_a_field_with_the_rows_label()
    {
        var labels = ShippedPackage.AllFields.Select(f => f.Text("label")!).ToArray();
        Assert.All(PublishedTable.Labels, l => Assert.Single(labels, l));
        Assert.Equal(58, PublishedTable.Labels.Length);
    }
}
