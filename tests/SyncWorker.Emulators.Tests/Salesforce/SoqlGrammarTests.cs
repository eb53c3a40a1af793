using System.Net;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class SoqlGrammarTests : IDisposable
{
    private readonly EmulatedOrg _org = new();

    public void Dispose() => _org.Dispose();

    [Fact]
    public void Refuses_AND_mixed_with_OR_without_parentheses()
    {
        var answer = _org.Query("SELECT Id FROM Opportunity WHERE Name = 'a' AND Amount = 1 OR Amount = 2");

        answer.IsRefused(HttpStatusCode.BadRequest, "MALFORMED_QUERY");
        Assert.EndsWith("ERROR at Row:1:Column:60\nunexpected token: 'OR'", answer.Message);
    }

    [Fact]
    public void Refuses_OR_mixed_with_AND_inside_parentheses_too() =>
        Malformed("SELECT Id FROM Opportunity WHERE (Name = 'a' OR Amount = 1 AND Amount = 2)");

    [Fact]
    public void Accepts_AND_mixed_with_OR_in_parentheses() =>
        Assert.Equal(["Litware edge devices", "Wingtip analytics"], _org.Opportunities("Amount > 0 AND (Name = 'Wingtip analytics' OR Name = 'Litware edge devices')"));

    [Fact]
    public void Refuses_NOT_in_a_row_of_ANDs_without_parentheses() =>
        Malformed("SELECT Id FROM Opportunity WHERE Amount > 0 AND NOT Name = 'a'");

    [Theory]
    [InlineData("")]
    [InlineData("SELECT")]
    [InlineData("SELECT FROM Account")]
    [InlineData("SELECT * FROM Account")]
    [InlineData("SELECT Id")]
    [InlineData("SELECT Id FROM")]
    [InlineData("SELECT Id, FROM Account")]
    [InlineData("SELECT Id FROM Account WHERE")]
    [InlineData("SELECT Id FROM Account WHERE Name")]
    [InlineData("SELECT Id FROM Account WHERE Name = ")]
    [InlineData("SELECT Id FROM Account WHERE Name = 'a")]
    [InlineData("SELECT Id FROM Account WHERE Name = \"a\"")]
    [InlineData("SELECT Id FROM Account WHERE Name = 'it\\q'")]
    [InlineData("SELECT Id FROM Account WHERE Name == 'a'")]
    [InlineData("SELECT Id FROM Account WHERE Name IN ()")]
    [InlineData("SELECT Id FROM Account WHERE (Name = 'a'")]
    [InlineData("SELECT Id FROM Account ORDER Name")]
    [InlineData("SELECT Id FROM Account LIMIT x")]
    [InlineData("SELECT Id FROM Account LIMIT -1")]
    [InlineData("SELECT Id FROM Account LIMIT 1 WHERE Name = 'a'")]
    [InlineData("SELECT Id FROM Account; DELETE")]
    [InlineData("SELECT (SELECT (SELECT Id FROM OpportunityContactRoles) FROM Opportunities) FROM Account")]
    [InlineData("SELECT Id, COUNT() FROM Account")]
    [InlineData("SELECT Name, COUNT(Id) FROM Account")]
    [InlineData("SELECT Id FROM Account WHERE CreatedDate > 2026-11-22T01:02:03+0000")]
    [InlineData("SELECT Id FROM Account WHERE CreatedDate > 2026-11-22T01:02:03 00:00")]
    [InlineData("SELECT Id FROM Account WHERE CreatedDate > 2026-11-22T01:02:03")]
    public void Refuses_what_is_not_a_query(string soql) => Malformed(soql);

    [Fact]
    public void An_offset_whose_plus_was_not_encoded_is_malformed()
    {
        var answer = _org.Get("/query?q=SELECT+Id+FROM+Account+WHERE+CreatedDate+>+2026-11-22T01:02:03+00:00");

        answer.IsRefused(HttpStatusCode.BadRequest, "MALFORMED_QUERY");
    }

    [Fact]
    public void A_request_without_a_query_is_malformed() => _org.Get("/query").IsRefused(HttpStatusCode.BadRequest, "MALFORMED_QUERY");

    [Fact]
    public void Refuses_a_query_of_more_than_100000_characters()
    {
        // Only a composite can carry one: the address of a GET is too short.
        var answer = _org.Composite($$"""{"method":"GET","url":"/services/data/v67.0/query?q=SELECT+Id+FROM+Account+WHERE+Name='{{new string('x', 100_000)}}'","referenceId":"q"}""");

        Assert.Equal("MALFORMED_QUERY", (string?)answer.Json["compositeResponse"]![0]!["body"]![0]!["errorCode"]);
    }

    [Fact]
    public void Keywords_and_names_do_not_care_about_case() =>
        Assert.Equal(["Wingtip analytics"], _org.Query("select NAME from opportunity where name = 'wingtip ANALYTICS' order by name limit 1").Names);

    [Fact]
    public void A_query_may_span_lines() => Assert.Single(_org.Query("SELECT Name\nFROM Opportunity\r\n\tWHERE Name = 'Wingtip analytics'").Names);

    [Fact]
    public void An_alias_stands_for_the_object() =>
        Assert.Equal(["Wingtip analytics"], _org.Query("SELECT o.Name FROM Opportunity o WHERE o.Account.Name LIKE 'Wingtip%'").Names);

    [Fact]
    public void Refuses_a_path_over_more_than_five_parents() =>
        Malformed("SELECT CreatedBy.CreatedBy.CreatedBy.CreatedBy.CreatedBy.CreatedBy.Name FROM Account");

    [Fact]
    public void Accepts_a_path_over_five_parents() =>
        Assert.Equal(HttpStatusCode.OK, _org.Query("SELECT CreatedBy.CreatedBy.CreatedBy.CreatedBy.CreatedBy.Name FROM Account").Status);

    [Fact]
    public void Refuses_an_offset_over_2000() =>
        _org.Query("SELECT Id FROM Account OFFSET 2001").IsRefused(HttpStatusCode.BadRequest, "NUMBER_OUTSIDE_VALID_RANGE");

    private void Malformed(string soql) => _org.Query(soql).IsRefused(HttpStatusCode.BadRequest, "MALFORMED_QUERY");
}
