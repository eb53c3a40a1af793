using SyncWorker.Core.Mapping;

namespace SyncWorker.Tests.Salesforce.Package;

/// <summary>The permission sets against what the worker reads and writes: the map's rows that flow, and its bookkeeping written down here by hand.</summary>
public sealed class PermissionSetTests
{
    private const string CoSell = "AWS_Co_Sell_Opportunity__c";

    private static readonly string[] Written = ["Opportunity__c", "Submit_To_AWS__c", "Sync_Status__c", "Sync_Error__c", "Sync_Note__c", "Last_Synced__c", "Sync_Nonce__c"];
    private static readonly string[] ReadOnly = ["Submit_Late__c", "Allow_Another__c", "Referral_Decision__c"];
    private static readonly string[] Followed = ["Account.BillingAddress", "Account.Industry", "Account.Website", "Opportunity.AccountId", "Opportunity.Share_With_AWS__c", "Opportunity.Type"];

    [Fact]
    public void The_worker_writes_what_flows_and_its_bookkeeping() => Assert.Equal(
        Flowing().Concat(Written).Select(f => $"{CoSell}.{f}").Order(StringComparer.Ordinal),
        Granted("Integration", edits: true));

    [Fact]
    public void The_worker_reads_what_it_writes_and_what_people_tell_it_and_what_rows_follow() => Assert.Equal(
        Flowing().Concat(Written).Concat(ReadOnly).Select(f => $"{CoSell}.{f}").Concat(Followed).Order(StringComparer.Ordinal),
        Granted("Integration", edits: false).Concat(Granted("Integration", edits: true)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Seller")]
    [InlineData("Alliance")]
    public void People_see_every_field(string name) => Assert.Equal(
        ShippedPackage.Map.Rows.SelectMany(r => r.Fields.Select(f => $"{r.Object ?? CoSell}.{f}")).Order(StringComparer.Ordinal),
        Granted(name, edits: false).Concat(Granted(name, edits: true)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Sale_Stage__c", true, true)]
    [InlineData("Referral_Decision__c", true, true)]
    [InlineData("Partner_Primary_Need_From_AWS_Other__c", true, true)]
    [InlineData("Primary_Contact_Email__c", true, true)]
    [InlineData("Opportunity__c", true, true)]
    [InlineData("Submit_To_AWS__c", false, true)]
    [InlineData("Status__c", false, false)]
    [InlineData("APN_CRM_Unique_Identifier__c", false, false)]
    [InlineData("AWS_Sales_Rep_Email__c", false, false)]
    [InlineData("Clazar_Id__c", false, false)]
    [InlineData("Sync_Error__c", false, false)]
    [InlineData("Sync_Nonce__c", false, false)]
    public void Sellers_write_what_is_theirs_and_the_alliance_team_submits(string field, bool seller, bool alliance) =>
        Assert.Equal((seller, alliance), (Granted("Seller", edits: true).Contains($"{CoSell}.{field}"), Granted("Alliance", edits: true).Contains($"{CoSell}.{field}")));

    [Fact]
    public void Sellers_share_from_the_Opportunity() => Assert.Contains("Opportunity.Share_With_AWS__c", Granted("Seller", edits: true));

    [Theory]
    [InlineData("Integration", "AWS_Co_Sell_Opportunity__c: create read edit delete all modify-all; Account: read all; Opportunity: read all")]
    [InlineData("Seller", "AWS_Co_Sell_Opportunity__c: create read edit")]
    [InlineData("Alliance", "AWS_Co_Sell_Opportunity__c: create read edit delete all modify-all")]
    public void Objects_are_open_to_those_who_need_them(string name, string expected) => Assert.Equal(
        expected,
        string.Join("; ", ShippedPackage.PermissionSet(name).All("objectPermissions").Select(o =>
            $"{o.Text("object")}: {string.Join(' ', new[] { "Create", "Read", "Edit", "Delete" }.Where(w => o.Text("allow" + w) == "true").Select(w => w.ToLowerInvariant()))}"
            + (o.Text("viewAllRecords") == "true" ? " all" : "") + (o.Text("modifyAllRecords") == "true" ? " modify-all" : ""))));

    [Theory]
    [InlineData("Integration", "ApiEnabled", "")]
    [InlineData("Seller", "", CoSell)]
    [InlineData("Alliance", "", CoSell)]
    public void The_worker_calls_the_API_and_people_open_the_tab(string name, string right, string tab) => Assert.Equal(
        (right, tab),
        (string.Join(' ', ShippedPackage.PermissionSet(name).All("userPermissions").Select(p => p.Text("name"))), string.Join(' ', ShippedPackage.PermissionSet(name).All("tabSettings").Select(t => t.Text("tab")))));

    [Theory]
    [InlineData("Integration")]
    [InlineData("Seller")]
    [InlineData("Alliance")]
    public void Any_user_may_hold_a_set_because_no_licence_is_named(string name) => Assert.Empty(ShippedPackage.PermissionSet(name).All("license"));

    private static IEnumerable<string> Flowing() => ShippedPackage.Map.Rows.Where(r => r.Flow != Flow.None).SelectMany(r => r.Fields);

    private static string[] Granted(string name, bool edits) =>
        [.. ShippedPackage.PermissionSet(name).All("fieldPermissions").Where(f => f.Text("readable") == "true" && f.Text("editable") == (edits ? "true" : "false")).Select(f => f.Text("field")!)];
}
