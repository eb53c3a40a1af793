using System.Xml.Linq;
using SyncWorker.Configuration;
using SyncWorker.Core.Mapping;
using SyncWorker.Salesforce.Package;

namespace SyncWorker.Tests.Salesforce.Package;

public sealed class OrgPackageTests
{
    private static readonly FieldMap Map = FieldMapLoader.Load(Repository.Config).Map!;
    private static readonly Dictionary<string, string> Files = OrgPackage.Generate(Map).ToDictionary(f => f.Path, f => f.Text);

    [Fact]
    public void The_shipped_package_is_what_the_map_makes()
    {
        var shipped = Path.Combine(Repository.Config, PackageFiles.Folder);
        var there = Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(shipped, f).Replace('\\', '/'));
        Assert.Equal(Files.Keys.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
        Assert.All(Files, f => Assert.Equal(f.Value, File.ReadAllText(Path.Combine(shipped, f.Key))));
    }

    [Fact]
    public void A_field_has_its_rows_label() =>
        Assert.All(Map.Rows, r => Assert.Equal(r.Label, Value(Field(r.Fields[0]), "label")));

    [Theory]
    [InlineData("Mapped_Object__c", "Url", null)]
    [InlineData("Project_Description__c", "LongTextArea", "2000")]
    [InlineData("Sync_Error__c", "LongTextArea", "32768")]
    [InlineData("Sync_Note__c", "LongTextArea", "32768")]
    [InlineData("AWS_Products__c", "LongTextArea", "4096")]
    [InlineData("Solution_Offered__c", "LongTextArea", "4096")]
    [InlineData("Marketplace_Offer__c", "Text", "255")]
    [InlineData("Marketplace_Offer_Set__c", "Text", "255")]
    [InlineData("Marketplace_Solution__c", "LongTextArea", "4096")]
    [InlineData("Marketplace_Product__c", "LongTextArea", "4096")]
    [InlineData("Customer_Company_Name__c", "Text", "120")]
    [InlineData("Customer_Email__c", "Email", null)]
    [InlineData("AWS_Sales_Rep_Email__c", "Email", null)]
    [InlineData("Delivery_Model__c", "MultiselectPicklist", null)]
    [InlineData("Expected_Monthly_AWS_Revenue__c", "Currency", null)]
    [InlineData("Is_Action_Required__c", "Checkbox", null)]
    [InlineData("Is_Opp_From_Marketing_Activity__c", "Picklist", null)]
    [InlineData("Share_With_AWS__c", "Checkbox", null)]
    public void A_field_has_a_type_and_a_length(string field, string type, string? length)
    {
        var xml = Field(field);
        Assert.Equal((type, length), (Value(xml, "type"), Value(xml, "length")));
    }

    [Theory]
    [InlineData("Clazar_Id__c")]
    [InlineData("APN_CRM_Unique_Identifier__c")]
    public void What_identifies_a_record_is_unique(string field)
    {
        var xml = Field(field);
        Assert.Equal(("true", "true"), (Value(xml, "unique"), Value(xml, "externalId")));
    }

    [Fact]
    public void The_lookup_goes_to_the_opportunity()
    {
        var xml = Field("Opportunity__c");
        Assert.Equal(("Lookup", "Opportunity", "AWS_Co_Sell_Opportunities"), (Value(xml, "type"), Value(xml, "referenceTo"), Value(xml, "relationshipName")));
    }

    [Theory]
    [InlineData("Sale_Stage__c", "false")]
    [InlineData("AWS_Stage__c", "false")]
    [InlineData("Sync_Status__c", "true")]
    public void A_list_to_which_AWS_may_add_is_not_restricted(string field, string restricted) => Assert.Equal(restricted, Value(Field(field), "restricted"));

    [Fact]
    public void Sellers_submit_nothing_and_the_worker_writes_no_opportunity()
    {
        Assert.Equal("false", Editable("Seller", "AWS_Co_Sell_Opportunity__c.Submit_To_AWS__c"));
        Assert.Equal("true", Editable("Alliance", "AWS_Co_Sell_Opportunity__c.Submit_To_AWS__c"));
        Assert.Equal("true", Editable("Seller", "Opportunity.Share_With_AWS__c"));
        Assert.Equal("false", Editable("Integration", "Opportunity.Share_With_AWS__c"));
        Assert.Equal("false", Editable("Seller", "AWS_Co_Sell_Opportunity__c.AWS_Stage__c"));
    }

    [Fact]
    public void No_file_touches_the_orgs_own_pages_or_objects() => Assert.Equal(
        [
            "force-app/main/default/objects/Opportunity/fields/Share_With_AWS__c.field-meta.xml",
            "force-app/main/default/quickActions/Opportunity.Share_With_AWS.quickAction-meta.xml",
        ],
        Files.Keys.Where(f => f.Contains("/Opportunity", StringComparison.Ordinal) && !f.Contains("/AWS_Co_Sell_Opportunity__c/", StringComparison.Ordinal)));

    [Fact]
    public void Line_ends_are_the_same_on_every_machine() => Assert.All(Files.Values, text => Assert.True(text.EndsWith('\n') && !text.Contains('\r', StringComparison.Ordinal)));

    private static XElement Field(string name) => XElement.Parse(Files.Single(f => f.Key.EndsWith($"/{name}.field-meta.xml", StringComparison.Ordinal)).Value);

    private static string? Editable(string set, string field) =>
        Value(XElement.Parse(Files.Single(f => f.Key.EndsWith($"_{set}.permissionset-meta.xml", StringComparison.Ordinal)).Value)
            .Elements().Single(e => e.Name.LocalName == "fieldPermissions" && Value(e, "field") == field), "editable");

    private static string? Value(XElement xml, string name) => xml.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
}
