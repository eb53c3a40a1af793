using System.Collections.Immutable;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Core.Lifecycle;

/// <summary>
/// Which members Partner Central takes a change of, by review status and stage. From AWS's ACE data model workbook of 2025-10-28 and the developer guide's list of members locked after
/// approval; where the two disagree (Industry, PartnerOpportunityIdentifier) the stricter one stands, because a refused member refuses the whole update.
/// </summary>
public static class Editability
{
    // a: in Action Required · p: once Approved, while the sale is open · l: after Launched
    private static readonly ImmutableDictionary<string, string> Open = new Dictionary<string, string>
    {
        ["Customer.Account.Address.City"] = "ap",
        ["Customer.Account.Address.CountryCode"] = "a",
        ["Customer.Account.Address.PostalCode"] = "a",
        ["Customer.Account.Address.StateOrRegion"] = "a",
        ["Customer.Account.Address.StreetAddress"] = "ap",
        ["Customer.Account.AwsAccountId"] = "p",
        ["Customer.Account.Duns"] = "p",
        ["Customer.Account.WebsiteUrl"] = "a",
        ["Customer.Contacts.BusinessTitle"] = "p",
        ["Customer.Contacts.Email"] = "p",
        ["Customer.Contacts.FirstName"] = "p",
        ["Customer.Contacts.LastName"] = "p",
        ["Customer.Contacts.Phone"] = "p",
        ["LifeCycle.ClosedLostReason"] = "p",
        ["LifeCycle.NextSteps"] = "p",
        ["LifeCycle.Stage"] = "p",
        ["LifeCycle.TargetCloseDate"] = "ap",
        ["Marketing.AwsFundingUsed"] = "p",
        ["Marketing.CampaignName"] = "p",
        ["Marketing.Channels"] = "p",
        ["Marketing.Source"] = "p",
        ["Marketing.UseCases"] = "p",
        ["OpportunityType"] = "p",
        ["Project.AdditionalComments"] = "pl",
        ["Project.CompetitorName"] = "p",
        ["Project.CustomerBusinessProblem"] = "a",
        ["Project.CustomerUseCase"] = "p",
        ["Project.DeliveryModels"] = "p",
        ["Project.ExpectedCustomerSpend.Amount"] = "ap",
        ["Project.ExpectedCustomerSpend.CurrencyCode"] = "a",
        ["Project.ExpectedCustomerSpend.Frequency"] = "a",
        ["Project.ExpectedCustomerSpend.TargetCompany"] = "a",
        ["Project.OtherCompetitorNames"] = "p",
        ["Project.OtherSolutionDescription"] = "p",
        ["Project.RelatedOpportunityIdentifier"] = "p",
        ["Project.SalesActivities"] = "p",
        ["SoftwareRevenue.DeliveryModel"] = "p",
        ["SoftwareRevenue.EffectiveDate"] = "p",
        ["SoftwareRevenue.ExpirationDate"] = "p",
        ["SoftwareRevenue.Value.Amount"] = "p",
        ["SoftwareRevenue.Value.CurrencyCode"] = "p",
    }.ToImmutableDictionary();

    /// <summary>Whether AWS takes a member while it asks for a change.</summary>
    public static bool IsOpenInActionRequired(MemberPath member) => member.Root == PathRoot.Opportunity && Open.GetValueOrDefault(member.Member, "").Contains('a');

    /// <summary>Whether a member takes a change now.</summary>
    public static MemberLock Of(MemberPath member, Standing standing) => member.Root switch
    {
        PathRoot.Opportunity => OfOpportunity(member.Member, standing),
        PathRoot.Association or PathRoot.TeamMember => OfTeamAndAssociations(standing),
        // What a submission or a rejection carries is fixed with it.
        PathRoot.Submission => standing.ReviewStatus is null or ReviewStatus.PendingSubmission ? MemberLock.Open : MemberLock.ForGood,
        PathRoot.Invitation => standing.InvitationStatus == "PENDING" ? MemberLock.Open : MemberLock.ForGood,
        _ => MemberLock.ForGood,
    };

    private static MemberLock OfOpportunity(string member, Standing standing)
    {
        // Set at create and never again: it is how a lost create is found.
        if (member == "PartnerOpportunityIdentifier") return standing.HasOpportunity ? MemberLock.ForGood : MemberLock.Open;
        var open = Open.GetValueOrDefault(member, "");

        // From For Visibility Only to a co-sell need, and never back.
        if (member == "PrimaryNeedsFromAws" && standing.InvolvementType == "For Visibility Only") open = "p";
        return standing.ReviewStatus switch
        {
            null or ReviewStatus.PendingSubmission => MemberLock.Open,
            ReviewStatus.Submitted or ReviewStatus.InReview => MemberLock.UnderReview,
            ReviewStatus.ActionRequired when open.Contains('a') => standing.IsTickFresh ? MemberLock.Open : MemberLock.ActionRequired,
            ReviewStatus.ActionRequired => open.Contains('p') ? MemberLock.UnderReview : MemberLock.ForGood,
            ReviewStatus.Approved when standing.AwsStage == Stage.Launched => open.Contains('l') ? MemberLock.Open : MemberLock.ForGood,
            ReviewStatus.Approved when standing.AwsStage == Stage.ClosedLost => MemberLock.ForGood,
            ReviewStatus.Approved => open.Contains('p') ? MemberLock.Open : MemberLock.ForGood,
            _ => MemberLock.ForGood,
        };
    }

    private static MemberLock OfTeamAndAssociations(Standing standing) => standing.ReviewStatus switch
    {
        ReviewStatus.Submitted or ReviewStatus.InReview or ReviewStatus.ActionRequired => MemberLock.UnderReview,
        ReviewStatus.Rejected => MemberLock.ForGood,
        _ => MemberLock.Open,
    };
}
