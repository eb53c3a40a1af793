using System.Collections.Immutable;
using SyncWorker.Core.Adoption;

namespace SyncWorker.Core.Tests.Adoption;

public sealed class MatchingTests
{
    private const string One = "006D000000CwpCfIAJ";
    private const string Two = "006D000000CwpCFIAZ";
    private const string Tool = "a0B5g00000AbCdEEAV";

    [Fact]
    public void AWSs_number_on_another_tools_record_leads_to_its_Opportunity() =>
        Assert.Equal((MatchKind.Number, One, $"Rival__c.Ace__c of {Tool} has the number"), Only(At("O1"), Holding(" o1 ", One)));

    [Fact]
    public void Ids_that_differ_only_in_a_capital_are_two_records() =>
        Assert.Equal((MatchKind.Identifier, Two, "PartnerOpportunityIdentifier 006D000000CwpCF"), Only(At("O1", "006D000000CwpCF"), Nothing with { Opportunities = [One, Two] }));

    [Fact]
    public void The_id_of_another_tools_record_leads_to_its_Opportunity() =>
        Assert.Equal((MatchKind.Identifier, One, "PartnerOpportunityIdentifier a0B5g00000AbCdE, a record of Rival__c,"), Only(At("O1", "a0B5g00000AbCdE"), Holding(null, One)));

    [Fact]
    public void A_record_that_names_no_Opportunity_leads_nowhere_and_is_said()
    {
        Assert.Equal((MatchKind.None, null, $"Rival__c.Ace__c of {Tool} has the number, and names no Opportunity"), Only(At("O1"), Holding("O1", null)));
        Assert.Equal((MatchKind.None, null, "PartnerOpportunityIdentifier a0B5g00000AbCdE is a record of Rival__c that names no Opportunity"), Only(At("O1", "a0B5g00000AbCdE"), Holding(null, null)));
    }

    [Fact]
    public void An_identifier_that_nobody_can_see_leads_nowhere_and_is_said() =>
        Assert.Equal((MatchKind.None, null, $"PartnerOpportunityIdentifier {One} is no record that the integration user can see"), Only(At("O1", One), Nothing));

    [Fact]
    public void A_number_and_an_identifier_that_lead_to_different_deals_are_no_match() =>
        Assert.Equal((MatchKind.Ambiguous, null, $"the number leads to {One}, and PartnerOpportunityIdentifier {Two} leads to {Two}"), Only(At("O1", Two), Holding("O1", One) with { Opportunities = [Two] }));

    [Fact]
    public void Two_opportunities_at_AWS_of_one_deal_are_no_match_either_of_them()
    {
        var matches = Matching.Of([At("O1", One), At("O2", One), At("O3", Two)], Nothing with { Opportunities = [One, Two] });
        Assert.Equal([MatchKind.Ambiguous, MatchKind.Ambiguous, MatchKind.Identifier], matches.Select(m => m.Kind));
        Assert.Equal([null, null, Two], matches.Select(m => m.SalesforceId));
        Assert.Equal($"PartnerOpportunityIdentifier {One}, and so {One} would have O1 and O2", matches[0].Reason);
    }

    [Fact]
    public void A_deal_that_is_linked_already_is_not_linked_again() =>
        Assert.Equal((MatchKind.Ambiguous, null, $"PartnerOpportunityIdentifier {One}, and {One} belongs to O9 already"),
            Only(At("O1", One), Nothing with { Opportunities = [One], Linked = ImmutableDictionary<string, string>.Empty.Add(One, "O9") }));

    [Fact]
    public void Website_title_and_close_date_together_make_a_proposal_and_no_two_of_them_do()
    {
        Assert.Equal((MatchKind.Proposal, One, "website, title and close date are the same"), Only(Alike(), Knowing("Data  lake", "example.com", "2027-06-30")));
        foreach (var other in (SalesforceKnown[])[Knowing("Data pond", "example.com", "2027-06-30"), Knowing("Data lake", "example.org", "2027-06-30"), Knowing("Data lake", "example.com", "2027-07-01")])
            Assert.Equal(MatchKind.None, Only(Alike(), other).Kind);
    }

    [Fact]
    public void A_deal_that_another_opportunity_leads_to_is_not_proposed()
    {
        var matches = Matching.Of([Alike(), At("O2", One)], Knowing("Data lake", "example.com", "2027-06-30") with { Opportunities = [One] });
        Assert.Equal([MatchKind.None, MatchKind.Identifier], matches.Select(m => m.Kind));
    }

    private static SalesforceKnown Nothing { get; } = new([], [], [], ImmutableDictionary<string, string[]>.Empty, ImmutableDictionary<string, string>.Empty);

    private static SalesforceKnown Holding(string? number, string? opportunity) => Nothing with { Holders = [new NumberHolder(Tool, "Rival__c.Ace__c", number, opportunity)] };

    private static SalesforceKnown Knowing(string name, string website, string close) => Nothing with { Candidates = [new Candidate(One, name, website, close)] };

    private static AwsOpportunity At(string id, string? identifier = null) => new(id, identifier, null, null, null, "Prospect", "Approved");

    private static AwsOpportunity Alike() => new("O1", null, "data lake", "example.com", "2027-06-30", "Prospect", "Approved");

    private static (MatchKind Kind, string? Id, string Reason) Only(AwsOpportunity aws, SalesforceKnown known) => Assert.Single(Matching.Of([aws], known)) is var match ? (match.Kind, match.SalesforceId, match.Reason) : default;
}
