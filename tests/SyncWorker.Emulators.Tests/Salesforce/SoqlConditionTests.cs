namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class SoqlConditionTests : IDisposable
{
    private const string Contoso = "Contoso contact center";
    private const string Fabrikam = "Fabrikam SAP on AWS";
    private const string Litware = "Litware edge devices";
    private const string Northwind = "Northwind data lake migration";
    private const string Tailspin = "Tailspin disaster recovery";
    private const string Wingtip = "Wingtip analytics";

    private readonly EmulatedOrg _org = new();

    public void Dispose() => _org.Dispose();

    [Theory]
    [InlineData("Amount > 320000", Contoso, Fabrikam)]
    [InlineData("Amount >= 320000", Contoso, Fabrikam, Litware)]
    [InlineData("Amount < 155000.0", Wingtip)]
    [InlineData("Amount <= 155000", Tailspin, Wingtip)]
    [InlineData("Amount = 410000", Contoso)]
    [InlineData("Amount != 410000 AND Amount <> 780000 AND Amount > 200000", Litware, Northwind)]
    public void Compares_numbers(string where, params string[] names) => Assert.Equal(names, _org.Opportunities(where));

    [Theory]
    [InlineData("Name = 'wingtip ANALYTICS'", Wingtip)]
    [InlineData("Name LIKE '%SAP%'", Fabrikam)]
    [InlineData("Name LIKE 'w%S'", Wingtip)]
    [InlineData("Name LIKE 'Wingtip_analytics'", Wingtip)]
    [InlineData("Name LIKE 'Wingtip\\_analytics'")]
    [InlineData("Name LIKE '%\\%%'")]
    [InlineData("Name LIKE ''")]
    [InlineData("Name IN ('WINGTIP analytics', 'Contoso contact center')", Contoso, Wingtip)]
    [InlineData("Name NOT IN ('Wingtip analytics', 'Contoso contact center') AND Amount < 300000", Northwind, Tailspin)]
    [InlineData("(NOT Name LIKE '%a%i%')", Contoso)]
    [InlineData("Name > 'Tailspin' AND Name < 'X'", Tailspin, Wingtip)]
    [InlineData("StageName = 'Proposal/Price Quote'", Fabrikam)]
    public void Compares_text_without_regard_to_case(string where, params string[] names) => Assert.Equal(names, _org.Opportunities(where));

    [Fact]
    public void Text_of_a_case_sensitive_unique_field_is_compared_exactly()
    {
        _org.CreateDeal("""{"Project_Title__c":"lower","Exact_Key__c":"abc"}""");
        _org.CreateDeal("""{"Project_Title__c":"upper","Exact_Key__c":"ABC"}""");

        Assert.Equal(["upper"], _org.Deals("Exact_Key__c = 'ABC'"));
    }

    [Theory]
    [InlineData("it\\'s", "it's")]
    [InlineData("a\\\\b", "a\\b")]
    [InlineData("say \\\"x\\\"", "say \"x\"")]
    [InlineData("line\\none", "line\none")]
    [InlineData("50\\%", "50%")]
    public void Understands_escapes(string written, string meant)
    {
        _org.CreateDeal($$"""{"Project_Title__c":{{System.Text.Json.JsonSerializer.Serialize(meant)}}}""");

        Assert.Equal([meant], _org.Deals($"Project_Title__c = '{written}'"));
    }

    [Theory]
    [InlineData("CloseDate = 2026-12-22", Tailspin)]
    [InlineData("CloseDate < 2027-01-22", Northwind, Tailspin)]
    [InlineData("CloseDate >= 2027-03-22", Fabrikam, Wingtip)]
    [InlineData("CloseDate = NEXT_N_DAYS:60", Northwind, Tailspin)]
    [InlineData("CloseDate < TODAY")]
    [InlineData("CloseDate > TODAY AND Amount < 100000", Wingtip)]
    public void Compares_dates(string where, params string[] names) => Assert.Equal(names, _org.Opportunities(where));

    [Theory]
    [InlineData("CreatedDate = 2026-11-22T21:20:00Z AND Amount > 500000", Fabrikam)]
    [InlineData("CreatedDate = 2026-11-22T22:20:00+01:00 AND Amount > 500000", Fabrikam)]
    [InlineData("CreatedDate >= 2026-11-22T21:20:00.900Z AND Amount > 500000", Fabrikam)]
    [InlineData("CreatedDate > 2026-11-22T21:20:00.000Z")]
    [InlineData("CreatedDate = TODAY AND Amount > 500000", Fabrikam)]
    [InlineData("CreatedDate < TODAY")]
    [InlineData("CreatedDate <= TODAY AND Amount > 500000", Fabrikam)]
    [InlineData("CreatedDate = YESTERDAY")]
    [InlineData("CreatedDate >= YESTERDAY AND Amount > 500000", Fabrikam)]
    [InlineData("CreatedDate = LAST_N_DAYS:1 AND Amount > 500000", Fabrikam)]
    [InlineData("CreatedDate < LAST_N_DAYS:1")]
    public void Compares_datetimes_by_the_second(string where, params string[] names) => Assert.Equal(names, _org.Opportunities(where));

    [Fact]
    public void Yesterday_is_the_day_before_by_the_orgs_clock()
    {
        _org.Clock.Advance(TimeSpan.FromDays(1));
        _org.LogIn();

        Assert.Equal(6, _org.Opportunities("CreatedDate = YESTERDAY").Length);
    }

    [Theory]
    [InlineData("Account.BillingState = null", Fabrikam, Wingtip)]
    [InlineData("Account.BillingState != null AND Amount < 200000", Tailspin)]
    [InlineData("ContactId != null")]
    [InlineData("Account.BillingState != 'Texas' AND Account.BillingState != 'Washington'", Contoso, Fabrikam, Tailspin, Wingtip)]
    [InlineData("Account.BillingState NOT IN ('Texas', 'Washington', 'New York', 'Massachusetts')", Fabrikam, Wingtip)]
    public void Null_is_unequal_to_every_value(string where, params string[] names) => Assert.Equal(names, _org.Opportunities(where));

    [Fact]
    public void A_missing_parent_has_null_fields()
    {
        _org.Create("Opportunity", """{"Name":"No account","StageName":"Prospecting","CloseDate":"2027-01-31"}""");

        Assert.Equal(["No account"], _org.Opportunities("Account.Name = null"));
    }

    [Theory]
    [InlineData("IsClosed = FALSE AND Amount > 500000", Fabrikam)]
    [InlineData("IsClosed = true")]
    [InlineData("IsClosed != true AND Amount > 500000", Fabrikam)]
    public void Compares_booleans(string where, params string[] names) => Assert.Equal(names, _org.Opportunities(where));

    [Theory]
    [InlineData("INCLUDES ('Pricing Assistance')", "both", "price")]
    [InlineData("INCLUDES ('pricing assistance;Business Presentation')", "both")]
    [InlineData("INCLUDES ('Pricing Assistance;Business Presentation', 'Architectural Validation')", "arch", "both")]
    [InlineData("EXCLUDES ('Pricing Assistance')", "arch", "none")]
    [InlineData("= 'Business Presentation;Pricing Assistance'", "both")]
    [InlineData("= null", "none")]
    public void Looks_inside_multi_select_picklists(string condition, params string[] titles)
    {
        _org.CreateDeal("""{"Project_Title__c":"arch","Needs__c":"Architectural Validation"}""");
        _org.CreateDeal("""{"Project_Title__c":"both","Needs__c":"Pricing Assistance;Business Presentation"}""");
        _org.CreateDeal("""{"Project_Title__c":"price","Needs__c":"Pricing Assistance"}""");
        _org.CreateDeal("""{"Project_Title__c":"none"}""");

        Assert.Equal(titles, _org.Deals("Needs__c " + condition));
    }

    [Fact]
    public void Ids_are_compared_by_their_exact_characters_so_a_keyset_walks_them()
    {
        var ids = _org.Query("SELECT Id FROM Opportunity ORDER BY Id").Json["records"]!.AsArray().Select(r => (string)r!["Id"]!).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(4, _org.Opportunities($"Id > '{ids[1]}'").Length);
        Assert.Equal(2, _org.Opportunities($"Id <= '{ids[1][..15]}'").Length);
    }

    [Fact]
    public void A_keyset_condition_in_parentheses_walks_records_of_one_second()
    {
        var first = (string)_org.Query("SELECT Id FROM Opportunity ORDER BY SystemModstamp, Id LIMIT 1").Json["records"]![0]!["Id"]!;

        Assert.Equal(5, _org.Opportunities($"(SystemModstamp = 2026-11-22T21:20:00Z AND Id > '{first}') OR SystemModstamp > 2026-11-22T21:20:00Z").Length);
    }

    [Fact]
    public void A_semi_join_takes_the_ids_of_another_query() =>
        Assert.Equal([Contoso], _org.Opportunities("AccountId IN (SELECT Id FROM Account WHERE Industry = 'Banking')"));

    [Fact]
    public void An_anti_join_leaves_them_out() =>
        Assert.Equal([Contoso, Litware, Northwind, Tailspin], _org.Opportunities("AccountId NOT IN (SELECT Id FROM Account WHERE BillingCountryCode IN ('DE', 'GB'))"));

    [Fact]
    public void A_semi_join_may_go_through_a_reference() =>
        Assert.Equal([Wingtip], _org.Opportunities("Id IN (SELECT OpportunityId FROM OpportunityContactRole WHERE Contact.LastName = 'Hughes')"));

    [Fact]
    public void A_condition_may_follow_parents() =>
        Assert.Equal([Contoso, Litware, Tailspin], _org.Opportunities("Owner.Email = 'tom.baker@example.com' AND Account.BillingCountry = 'United States'"));
}
