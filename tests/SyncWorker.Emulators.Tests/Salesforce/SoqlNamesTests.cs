using System.Net;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class SoqlNamesTests : IDisposable
{
    private readonly EmulatedOrg _org = new();

    public void Dispose() => _org.Dispose();

    [Fact]
    public void An_unknown_field_is_pointed_at()
    {
        var answer = _org.Query("SELECT Id, FullName FROM Account");

        answer.IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.StartsWith(
            "\nSELECT Id, FullName FROM Account\n           ^\nERROR at Row:1:Column:12\nNo such column 'FullName' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c'",
            answer.Message);
    }

    [Theory]
    [InlineData("SELECT Nope__c FROM Opportunity")]
    [InlineData("SELECT Account.Nope__c FROM Opportunity")]
    [InlineData("SELECT Nope__r.Name FROM Opportunity")]
    [InlineData("SELECT AccountId.Name FROM Opportunity")]
    [InlineData("SELECT Id FROM Opportunity WHERE Nope__c = 1")]
    [InlineData("SELECT Id FROM Opportunity ORDER BY Nope__c")]
    [InlineData("SELECT (SELECT Nope__c FROM OpportunityContactRoles) FROM Opportunity")]
    [InlineData("SELECT Id FROM Opportunity WHERE AccountId IN (SELECT Nope__c FROM Account)")]
    public void Refuses_an_unknown_field_wherever_it_stands(string soql) => _org.Query(soql).IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD");

    [Fact]
    public void Refuses_an_unknown_object()
    {
        var answer = _org.Query("SELECT Id FROM ScratchOrgInfo limit 1");

        answer.IsRefused(HttpStatusCode.BadRequest, "INVALID_TYPE");
        Assert.Contains("sObject type 'ScratchOrgInfo' is not supported.", answer.Message);
    }

    [Fact]
    public void Refuses_an_unknown_child_relationship() =>
        _org.Query("SELECT (SELECT Id FROM Nope__r) FROM Opportunity").IsRefused(HttpStatusCode.BadRequest, "INVALID_TYPE");

    [Theory]
    [InlineData("SELECT Id, Id FROM Account", "duplicate field selected: Id")]
    [InlineData("SELECT Name, NAME FROM Account", "duplicate field selected: Name")]
    [InlineData("SELECT Account.Name, account.name FROM Opportunity", "duplicate field selected: Account.Name")]
    public void Refuses_a_field_selected_twice(string soql, string message)
    {
        var answer = _org.Query(soql);

        answer.IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(message, answer.Message);
    }

    [Theory]
    [InlineData("Description = 'x'")]
    [InlineData("Description LIKE 'x%'")]
    [InlineData("Description != null")]
    public void Refuses_to_filter_long_text(string where) =>
        _org.Query($"SELECT Id FROM Opportunity WHERE {where}").IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD");

    [Theory]
    [InlineData("SELECT Id FROM Opportunity ORDER BY Description")]
    [InlineData($"SELECT Id FROM {SourceFolder.Deal} ORDER BY Needs__c")]
    public void Refuses_to_sort_long_text_and_multi_select(string soql) => _org.Query(soql).IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD");

    [Theory]
    [InlineData("CloseDate = '2026-11-22'")]
    [InlineData("CloseDate = 2026-11-22T00:00:00Z")]
    [InlineData("CreatedDate > '2026-11-22T00:00:00Z'")]
    [InlineData("CreatedDate > 2026-11-22")]
    [InlineData("Amount = '5'")]
    [InlineData("Name = 5")]
    [InlineData("IsClosed = 'true'")]
    [InlineData("IsClosed = 1")]
    [InlineData("CloseDate = 2026-02-30")]
    public void Refuses_a_literal_of_the_wrong_kind(string where) =>
        _org.Query($"SELECT Id FROM Opportunity WHERE {where}").IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD");

    [Theory]
    [InlineData("Amount LIKE '5%'")]
    [InlineData("Id LIKE '006%'")]
    [InlineData("IsClosed > FALSE")]
    [InlineData("Name < null")]
    [InlineData("AccountId = 'nope'")]
    [InlineData("Name INCLUDES ('a')")]
    public void Refuses_an_operator_the_field_does_not_have(string where) =>
        _org.Query($"SELECT Id FROM Opportunity WHERE {where}").IsRefused(HttpStatusCode.BadRequest, "INVALID_QUERY_FILTER_OPERATOR");
}
