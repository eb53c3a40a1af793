namespace SyncWorker.Tests.Salesforce.Package;

/// <summary>What people work with besides the fields, by hand.</summary>
public sealed class SurroundingsTests
{
    private const string Record = "AWS_Co_Sell_Opportunity__c";

    [Fact]
    public void The_page_has_the_tables_sections_below_what_people_act_on() => Assert.Equal(
        ["Sharing With AWS", "Opportunity Details", "Mapped Object", "Customer Details", "AWS Contact", "Partner Detail", "Project Details", "SaaS Details", "System Information"],
        Layout.All("layoutSections").Select(s => s.Text("label")));

    [Fact]
    public void The_page_holds_every_field_once_but_the_nonce()
    {
        var shown = Layout.All("layoutItems").Select(i => i.Text("field")!).ToArray();
        var fields = ShippedPackage.Map.Rows.Where(r => r.Object is null).SelectMany(r => r.Fields).Where(f => f != "Sync_Nonce__c");
        Assert.Equal(fields.Concat(["CreatedById", "LastModifiedById", "Name", "OwnerId"]).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Sale_Stage__c", "Edit")]
    [InlineData("Submit_To_AWS__c", "Edit")]
    [InlineData("Status__c", "Readonly")]
    [InlineData("AWS_Sales_Rep_Email__c", "Readonly")]
    [InlineData("Sync_Error__c", "Readonly")]
    [InlineData("Clazar_Id__c", "Readonly")]
    [InlineData("Name", "Readonly")]
    public void What_AWS_or_the_worker_owns_is_read_only_on_the_page(string field, string behaviour) =>
        Assert.Equal(behaviour, Layout.All("layoutItems").Single(i => i.Text("field") == field).Text("behavior"));

    [Theory]
    [InlineData("City__c", "Customer Details")]
    [InlineData("Software_Value_Currency__c", "SaaS Details")]
    [InlineData("Opportunity__c", "Mapped Object")]
    [InlineData("Review_Comments__c", "Opportunity Details")]
    [InlineData("Involvement_Type__c", "Project Details")]
    public void Rows_beyond_the_table_stand_where_they_belong(string field, string section) =>
        Assert.Equal(section, Layout.All("layoutSections").Single(s => s.All("field").Any(f => f.Value == field)).Text("label"));

    [Theory]
    [InlineData("All", "All", "")]
    [InlineData("Action_Required", "Action Required", "Is_Action_Required__c equals 1")]
    [InlineData("Sync_Errors", "Sync Errors", "Sync_Status__c equals Missing information,Needs attention,Rejected by AWS")]
    [InlineData("Referrals_To_Answer", "Referrals To Answer", "Sync_Status__c equals Referral to answer")]
    public void A_list_shows_what_waits(string name, string label, string filter)
    {
        var view = ShippedPackage.File($"listViews/{name}.listView");
        Assert.Equal((label, filter), (view.Text("label"), string.Join("; ", view.All("filters").Select(f => $"{f.Text("field")} {f.Text("operation")} {f.Text("value")}"))));
        Assert.Equal("Everything", view.Text("filterScope"));
    }

    [Fact]
    public void Sharing_asks_for_what_AWS_needs_and_no_row_follows()
    {
        var action = ShippedPackage.File("quickActions/Opportunity.Share_With_AWS.quickAction");
        Assert.Equal(("Share with AWS", "Create", Record, "Opportunity__c"), (action.Text("label"), action.Text("type"), action.Text("targetObject"), action.Text("targetParentField")));
        Assert.Equal(
            [
                "Partner_Primary_Need_From_AWS__c", "Is_Opp_From_Marketing_Activity__c", "Project_Description__c", "Use_Case__c",
                "Expected_Monthly_AWS_Revenue__c", "Sales_Activities__c", "Delivery_Model__c", "Involvement_Type__c",
            ],
            action.All("quickActionLayoutItems").Select(i => i.Text("field")));
        Assert.Equal(["Currency__c USD", "National_Security__c No", "Visibility__c Full"], action.All("fieldOverrides").Select(o => $"{o.Text("field")} {o.Text("literalValue")}"));
    }

    [Fact]
    public void Referrals_have_a_queue() => Assert.Equal(
        ("AWS Referrals", Record), (ShippedPackage.File("AWS_Referrals.queue").Text("name"), ShippedPackage.File("AWS_Referrals.queue").All("sobjectType").Single().Value));

    [Fact]
    public void Records_are_private_and_found_by_the_customers_name()
    {
        var record = ShippedPackage.File($"{Record}.object");
        Assert.Equal(("Private", "true", "true", "true"), (record.Text("sharingModel"), record.Text("enableHistory"), record.Text("enableReports"), record.Text("enableSearch")));
        Assert.Contains("Customer_Company_Name__c", record.All("searchResultsAdditionalFields").Select(f => f.Value));
    }

    [Theory]
    [InlineData("Shared_With_AWS", "Status__c", "APN_CRM_Unique_Identifier__c notEqual ")]
    [InlineData("Stuck", "Sync_Status__c", "Sync_Status__c equals Missing information,Needs attention,Action required by AWS,Referral to answer")]
    [InlineData("Won_With_AWS", "Sale_Stage__c", "Sale_Stage__c equals Committed,Launched")]
    public void A_report_tells_what_was_shared_what_is_stuck_and_what_was_won(string name, string by, string filter)
    {
        var report = ShippedPackage.File($"reports/AWS_Co_Sell/{name}.report");
        Assert.Equal("AWS_Co_Sell_Opportunities__c", report.Text("reportType"));
        Assert.Equal($"{Record}${by}", report.All("groupingsDown").Single().Text("field"));
        Assert.Equal($"{Record}${filter}", string.Join("; ", report.All("criteriaItems").Select(f => $"{f.Text("column")} {f.Text("operator")} {f.Text("value")}")));
    }

    [Fact]
    public void Reports_name_only_what_the_report_type_has()
    {
        var columns = ShippedPackage.File("reportTypes/AWS_Co_Sell_Opportunities.reportType").All("columns").Select(c => $"{c.Text("table")}${c.Text("field")}").ToHashSet();
        var named = ShippedPackage.Files.Where(f => f.Key.EndsWith(".report-meta.xml", StringComparison.Ordinal)).Select(f => System.Xml.Linq.XElement.Parse(f.Value))
            .SelectMany(r => r.All("columns").Concat(r.All("groupingsDown")).Select(c => c.Text("field")).Concat(r.All("criteriaItems").Select(c => c.Text("column"))).Concat(r.All("timeFrameFilter").Select(t => t.Text("dateColumn")))).ToArray();
        Assert.All(named, n => Assert.Contains(n!, columns));
        Assert.Equal(3, named.Count(n => n == $"{Record}$CreatedDate"));
    }

    [Fact]
    public void Every_value_that_a_list_or_report_goes_by_is_a_value_of_its_field()
    {
        var statuses = ShippedPackage.Field("Sync_Status__c").All("fullName").Select(v => v.Value).ToHashSet();
        var asked = ShippedPackage.Files.Where(f => f.Key.EndsWith(".listView-meta.xml", StringComparison.Ordinal) || f.Key.EndsWith(".report-meta.xml", StringComparison.Ordinal))
            .Select(f => System.Xml.Linq.XElement.Parse(f.Value)).SelectMany(x => x.All("filters").Concat(x.All("criteriaItems")))
            .Where(f => (f.Text("field") ?? f.Text("column"))!.EndsWith("Sync_Status__c", StringComparison.Ordinal)).SelectMany(f => f.Text("value")!.Split(',')).ToArray();
        Assert.Equal(8, asked.Length);
        Assert.All(asked, a => Assert.Contains(a, statuses));
    }

    private static System.Xml.Linq.XElement Layout => ShippedPackage.File($"layouts/{Record}-AWS Co-Sell Opportunity Layout.layout");
}
