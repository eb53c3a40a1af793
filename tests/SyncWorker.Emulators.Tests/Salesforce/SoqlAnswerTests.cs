using System.Net;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class SoqlAnswerTests : IDisposable
{
    private readonly EmulatedOrg _org = new();

    public void Dispose() => _org.Dispose();

    [Fact]
    public void A_whole_answer_is_done_and_names_no_next_page()
    {
        var id = _org.IdOf("Wingtip analytics");

        Assert.Equal(
            $$"""{"totalSize":1,"done":true,"records":[{"attributes":{"type":"Opportunity","url":"/services/data/v67.0/sobjects/Opportunity/{{id}}"},"Id":"{{id}}","Amount":95000.0,"CloseDate":"2027-04-21"}]}""",
            _org.Query("SELECT id, amount, closedate FROM opportunity WHERE Name = 'Wingtip analytics'").Text);
    }

    [Fact]
    public void Parents_are_nested_with_their_attributes_and_merged()
    {
        var record = _org.Query("SELECT Account.Name, Name, Account.Industry, Owner.Email FROM Opportunity WHERE Name = 'Wingtip analytics'").Json["records"]![0]!.AsObject();

        Assert.Equal(["attributes", "Account", "Name", "Owner"], record.Select(m => m.Key));
        Assert.Equal(["attributes", "Name", "Industry"], record["Account"]!.AsObject().Select(m => m.Key));
        Assert.Equal("Account", (string?)record["Account"]!["attributes"]!["type"]);
        Assert.Equal("User", (string?)record["Owner"]!["attributes"]!["type"]);
    }

    [Fact]
    public void A_missing_parent_is_one_null()
    {
        _org.CreateDeal("""{"Project_Title__c":"Loose"}""");

        var record = _org.Query($"SELECT Opportunity__r.Account.Name, Opportunity__r.Name FROM {SourceFolder.Deal}").Json["records"]![0]!.AsObject();

        Assert.True(record.ContainsKey("Opportunity__r"));
        Assert.Null(record["Opportunity__r"]);
    }

    [Fact]
    public void A_custom_lookup_is_followed_over_two_parents()
    {
        _org.CreateDeal($$"""{"Opportunity__c":"{{_org.IdOf("Wingtip analytics")}}"}""");

        var record = _org.Query($"SELECT opportunity__r.account.name FROM {SourceFolder.Deal}").Json["records"]![0]!;

        Assert.Equal("Wingtip Energy Ltd", (string?)record["Opportunity__r"]!["Account"]!["Name"]);
    }

    [Fact]
    public void Children_come_as_an_answer_of_their_own()
    {
        var record = _org.Query("SELECT Name, (SELECT Contact.Email FROM OpportunityContactRoles WHERE IsPrimary = true LIMIT 1) FROM Opportunity WHERE Name = 'Wingtip analytics'").Json["records"]![0]!;

        var children = record["OpportunityContactRoles"]!;
        Assert.Equal((1, true), ((int)children["totalSize"]!, (bool)children["done"]!));
        Assert.Equal("owen.hughes@wingtipenergy.example.com", (string?)children["records"]![0]!["Contact"]!["Email"]);
        Assert.Equal("OpportunityContactRole", (string?)children["records"]![0]!["attributes"]!["type"]);
    }

    [Fact]
    public void No_children_are_null()
    {
        var record = _org.Query("SELECT (SELECT Id FROM Shared_Deals__r) FROM Opportunity LIMIT 1").Json["records"]![0]!.AsObject();

        Assert.True(record.ContainsKey("Shared_Deals__r"));
        Assert.Null(record["Shared_Deals__r"]);
    }

    [Fact]
    public void The_limit_of_a_subquery_counts_for_each_parent()
    {
        foreach (var deal in new[] { "Wingtip analytics", "Contoso contact center" })
        {
            for (var i = 0; i < 3; i++)
                _org.CreateDeal($$"""{"Opportunity__c":"{{_org.IdOf(deal)}}"}""");
        }

        var answer = _org.Query("SELECT (SELECT Name FROM Shared_Deals__r ORDER BY Name DESC LIMIT 2) FROM Opportunity WHERE Name LIKE 'Wingtip%' OR Name LIKE 'Contoso%'").Json;

        Assert.All(answer["records"]!.AsArray(), r => Assert.Equal(2, (int)r!["Shared_Deals__r"]!["totalSize"]!));
    }

    [Fact]
    public void COUNT_answers_a_total_and_no_records() => Assert.Equal("""{"totalSize":6,"done":true,"records":[]}""", _org.Query("SELECT count() FROM Opportunity").Text);

    [Fact]
    public void COUNT_of_a_field_answers_an_aggregate_row() =>
        Assert.Equal("""{"totalSize":1,"done":true,"records":[{"attributes":{"type":"AggregateResult"},"expr0":6}]}""", _org.Query("SELECT COUNT(Id) FROM Opportunity").Text);

    [Fact]
    public void MIN_and_MAX_answer_under_their_alias()
    {
        var row = _org.Query("SELECT MIN(Amount) least, MAX(Amount), MAX(SystemModstamp) newest FROM Opportunity").Json["records"]![0]!;

        Assert.Equal("95000.0", row["least"]!.ToJsonString());
        Assert.Equal("780000.0", row["expr0"]!.ToJsonString());
        Assert.Equal("2026-11-22T21:20:00.000+0000", (string?)row["newest"]);
    }

    [Fact]
    public void Sorts_by_several_keys()
    {
        var names = _org.Query("SELECT Name FROM Opportunity ORDER BY Type DESC, Amount ASC").Names;

        Assert.Equal(["Wingtip analytics", "Tailspin disaster recovery", "Northwind data lake migration", "Contoso contact center", "Litware edge devices", "Fabrikam SAP on AWS"], names);
    }

    [Theory]
    [InlineData("Spend__c", "none", "one", "two")]
    [InlineData("Spend__c ASC NULLS LAST", "one", "two", "none")]
    [InlineData("Spend__c DESC", "none", "two", "one")]
    [InlineData("Spend__c DESC NULLS LAST", "two", "one", "none")]
    [InlineData("Spend__c NULLS FIRST", "none", "one", "two")]
    public void Nulls_come_first_unless_told_otherwise(string order, params string[] titles)
    {
        _org.CreateDeal("""{"Project_Title__c":"two","Spend__c":2}""");
        _org.CreateDeal("""{"Project_Title__c":"none"}""");
        _org.CreateDeal("""{"Project_Title__c":"one","Spend__c":1}""");

        var records = _org.Query($"SELECT Project_Title__c FROM {SourceFolder.Deal} ORDER BY {order}").Json["records"]!.AsArray();

        Assert.Equal(titles, records.Select(r => (string)r!["Project_Title__c"]!));
    }

    [Fact]
    public void Takes_a_limit_after_an_offset() =>
        Assert.Equal(["Fabrikam SAP on AWS", "Litware edge devices"], _org.Query("SELECT Name FROM Opportunity ORDER BY Name LIMIT 2 OFFSET 1").Names);

    [Fact]
    public void Describes_the_organization_as_command_line_tools_ask_for_it()
    {
        var answer = _org.Query("SELECT Name, InstanceName, IsSandbox, TrialExpirationDate, NamespacePrefix, OrganizationType FROM Organization");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Single(answer.Json["records"]!.AsArray());
    }

    [Fact]
    public void A_role_deleted_by_itself_is_gone_even_for_queryAll()
    {
        var role = (string)_org.Query("SELECT Id FROM OpportunityContactRole LIMIT 1").Json["records"]![0]!["Id"]!;

        _org.Delete($"/sobjects/OpportunityContactRole/{role}");

        Assert.Equal(0, (int)_org.QueryAll("SELECT COUNT() FROM OpportunityContactRole WHERE IsDeleted = true").Json["totalSize"]!);
    }

    [Fact]
    public void A_role_deleted_with_its_opportunity_stays_visible_to_queryAll()
    {
        _org.Delete($"/sobjects/Opportunity/{_org.IdOf("Wingtip analytics")}");

        Assert.Equal(1, (int)_org.QueryAll("SELECT COUNT() FROM OpportunityContactRole WHERE IsDeleted = true").Json["totalSize"]!);
    }

    [Fact]
    public void A_deletion_moves_the_stamp_of_the_record()
    {
        _org.Clock.Advance(TimeSpan.FromSeconds(30));
        _org.Delete($"/sobjects/Opportunity/{_org.IdOf("Wingtip analytics")}");

        Assert.Equal(["Wingtip analytics"], _org.QueryAll("SELECT Name FROM Opportunity WHERE SystemModstamp >= 2026-11-22T21:20:30Z").Names);
    }

    [Fact]
    public void A_system_touch_moves_SystemModstamp_alone()
    {
        _org.Clock.Advance(TimeSpan.FromSeconds(30));
        _org.Emulator.Touch("Opportunity", _org.IdOf("Wingtip analytics"));

        JsonNode record = _org.Emulator.Record("Opportunity", _org.IdOf("Wingtip analytics"))!;
        Assert.Equal("2026-11-22T21:20:30.000+0000", (string?)record["SystemModstamp"]);
        Assert.Equal("2026-11-22T21:20:00.000+0000", (string?)record["LastModifiedDate"]);
    }
}
