namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class SeedTests : IDisposable
{
    private readonly EmulatedOrg _org = new();

    public void Dispose() => _org.Dispose();

    [Fact]
    public void Knows_its_people()
    {
        var users = _org.Query("SELECT Username, Name FROM User ORDER BY Username").Json["records"]!.AsArray().Select(u => ((string)u!["Username"]!, (string)u["Name"]!));

        Assert.Equal(
            [("ana.silva@example.com", "Ana Silva"), ("mia.chen@example.com", "Mia Chen"), ("sync.integration@example.com", "Sync Integration"), ("tom.baker@example.com", "Tom Baker")],
            users);
    }

    [Fact]
    public void Has_six_open_deals_with_future_close_dates()
    {
        Assert.Equal(
            ["Contoso contact center", "Fabrikam SAP on AWS", "Litware edge devices", "Northwind data lake migration", "Tailspin disaster recovery", "Wingtip analytics"],
            _org.Opportunities("IsClosed = false AND CloseDate > TODAY"));
    }

    [Fact]
    public void Every_deal_has_an_account_an_owner_and_one_primary_contact()
    {
        var deals = _org.Query("SELECT Account.Name, Account.Industry, Account.BillingCountryCode, Owner.Phone, (SELECT Contact.Email FROM OpportunityContactRoles WHERE IsPrimary = true) FROM Opportunity").Json["records"]!.AsArray();

        Assert.All(deals, deal =>
        {
            Assert.NotNull(deal!["Account"]!["Industry"]);
            Assert.NotNull(deal["Account"]!["BillingCountryCode"]);
            Assert.NotNull(deal["Owner"]!["Phone"]);
            Assert.Equal(1, (int)deal["OpportunityContactRoles"]!["totalSize"]!);
        });
    }

    [Fact]
    public void Deals_stand_in_different_stages() => Assert.Equal(6, _org.Emulator.Records("Opportunity").Select(o => (string?)o!["StageName"]).Distinct().Count());

    [Fact]
    public void Customers_are_in_three_countries() =>
        Assert.Equal(["DE", "GB", "US"], _org.Emulator.Records("Account").Select(a => (string)a!["BillingCountryCode"]!).Distinct().Order());

    [Fact]
    public void Descriptions_are_long_enough_for_a_business_problem() =>
        Assert.All(_org.Emulator.Records("Opportunity"), o => Assert.InRange(((string)o!["Description"]!).Length, 20, 2000));

    [Fact]
    public void An_org_without_sample_data_has_people_only()
    {
        using var empty = new EmulatedOrg(o => o.SampleData = false);

        Assert.Empty(empty.Emulator.Records("Opportunity"));
        Assert.Equal(4, empty.Emulator.Records("User").Count);
    }
}
