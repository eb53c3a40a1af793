namespace SyncWorker.Tests.Salesforce.Package;

public sealed class PermissionSetTests
{
    private const string CoSell = "AWS_Co_Sell_Opportunity__c";

    [Theory]
    [InlineData("Integration")]
    [InlineData("Seller")]
    [InlineData("Alliance")]
    public void Everybody_sees_every_field(string name) => Assert.Empty(
        ShippedPackage.Map.Rows.SelectMany(r => r.Fields.Select(f => $"{r.Object ?? CoSell}.{f}")).Except(ShippedPackage.PermissionSet(name).All("fieldPermissions").Select(f => f.Text("field")!)));

    [Theory]
    [InlineData("Sale_Stage__c", true, true)]
    [InlineData("Referral_Decision__c", true, true)]
    [InlineData("Opportunity__c", true, true)]
    [InlineData("Submit_To_AWS__c", false, true)]
    [InlineData("Status__c", false, false)]
    [InlineData("AWS_Sales_Rep_Email__c", false, false)]
    [InlineData("Clazar_Id__c", false, false)]
    [InlineData("Sync_Nonce__c", false, false)]
    public void Sellers_write_what_is_theirs_and_the_alliance_team_submits(string field, bool seller, bool alliance) =>
        Assert.Equal((seller, alliance, true), (Edits("Seller", $"{CoSell}.{field}"), Edits("Alliance", $"{CoSell}.{field}"), Edits("Integration", $"{CoSell}.{field}")));

    [Fact]
    public void Sellers_share_from_the_Opportunity_and_the_worker_only_looks() =>
        Assert.Equal((true, false), (Edits("Seller", "Opportunity.Share_With_AWS__c"), Edits("Integration", "Opportunity.Share_With_AWS__c")));

    [Fact]
    public void The_worker_reads_what_rows_follow_and_writes_none_of_it()
    {
        var followed = ShippedPackage.PermissionSet("Integration").All("fieldPermissions").Where(f => !f.Text("field")!.EndsWith("__c", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["Account.BillingAddress", "Account.Industry", "Account.Website", "Opportunity.Type"], followed.Select(f => f.Text("field")));
        Assert.All(followed, f => Assert.Equal("false", f.Text("editable")));
    }

    [Theory]
    [InlineData("Integration", "AWS_Co_Sell_Opportunity__c: create read edit delete all; Account: read all; Opportunity: read all")]
    [InlineData("Seller", "AWS_Co_Sell_Opportunity__c: create read edit")]
    [InlineData("Alliance", "AWS_Co_Sell_Opportunity__c: create read edit delete all")]
    public void Objects_are_open_to_those_who_need_them(string name, string expected) => Assert.Equal(
        expected,
        string.Join("; ", ShippedPackage.PermissionSet(name).All("objectPermissions").Select(o =>
            $"{o.Text("object")}: {string.Join(' ', new[] { "Create", "Read", "Edit", "Delete" }.Where(w => o.Text("allow" + w) == "true").Select(w => w.ToLowerInvariant()))}{(o.Text("viewAllRecords") == "true" ? " all" : "")}")));

    [Theory]
    [InlineData("Integration", true)]
    [InlineData("Seller", false)]
    public void The_worker_may_call_the_API(string name, bool may) => Assert.Equal(may, ShippedPackage.PermissionSet(name).All("userPermissions").Any(p => p.Text("name") == "ApiEnabled"));

    private static bool Edits(string name, string field) => ShippedPackage.PermissionSet(name).All("fieldPermissions").Single(f => f.Text("field") == field).Text("editable") == "true";
}
