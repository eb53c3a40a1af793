using System.Xml.Linq;

namespace SyncWorker.Tests.Salesforce.Package;

public sealed class OwnerFlowTests
{
    [Theory]
    [InlineData("AWS_Co_Sell_Owner_Of_Record", "AWS_Co_Sell_Opportunity__c", "CreateAndUpdate", "RecordAfterSave")]
    [InlineData("AWS_Co_Sell_Owner_Of_Opportunity", "Opportunity", "Update", "RecordAfterSave")]
    [InlineData("AWS_Co_Sell_Referral_To_Queue", "AWS_Co_Sell_Opportunity__c", "Create", "RecordBeforeSave")]
    public void A_flow_starts_with_the_record_that_it_is_about(string name, string record, string on, string when)
    {
        var start = Flow(name).All("start").Single();
        Assert.Equal((record, on, when), (start.Text("object"), start.Text("recordTriggerType"), start.Text("triggerType")));
        Assert.Equal(("Active", "67.0"), (Flow(name).Text("status"), Flow(name).Text("apiVersion")));
    }

    [Fact]
    public void The_Opportunitys_flow_runs_only_when_the_owner_changes()
    {
        var filter = Flow("AWS_Co_Sell_Owner_Of_Opportunity").All("start").Single().All("filters").Single();
        Assert.Equal(("OwnerId", "IsChanged"), (filter.Text("field"), filter.Text("operator")));
    }

    [Theory]
    [InlineData("AWS_Co_Sell_Owner_Of_Record")]
    [InlineData("AWS_Co_Sell_Owner_Of_Opportunity")]
    public void An_owner_who_cannot_be_given_the_record_blocks_nobodys_save(string name) =>
        Assert.All(Flow(name).All("recordUpdates"), u => Assert.Equal("Keep_The_Owner", u.All("faultConnector").Single().Text("targetReference")));

    [Fact]
    public void No_flow_writes_an_Opportunity_or_anything_but_the_owner() => Assert.All(Updates, u =>
    {
        Assert.Equal("AWS_Co_Sell_Opportunity__c", u.Text("object"));
        Assert.Equal("OwnerId", u.All("inputAssignments").Single().Text("field"));
    });

    [Theory]
    [InlineData("AWS_Co_Sell_Owner_Of_Record")]
    [InlineData("AWS_Co_Sell_Owner_Of_Opportunity")]
    [InlineData("AWS_Co_Sell_Referral_To_Queue")]
    public void Every_way_leads_to_an_element_of_the_flow(string name)
    {
        var elements = Flow(name).Elements().Select(e => e.Text("name")).OfType<string>().ToHashSet();
        Assert.All(Flow(name).All("targetReference"), t => Assert.Contains(t.Value, elements));
    }

    private static IEnumerable<XElement> Updates => new[] { "AWS_Co_Sell_Owner_Of_Record", "AWS_Co_Sell_Owner_Of_Opportunity", "AWS_Co_Sell_Referral_To_Queue" }.SelectMany(n => Flow(n).All("recordUpdates"));

    private static XElement Flow(string name) => ShippedPackage.File($"flows/{name}.flow");
}
