using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Core.Tests.Lifecycle;

/// <summary>AWS's table of what takes a change when (ACE data model of 2025-10-28), cell by cell; where the developer guide is stricter, the guide.</summary>
public sealed class EditabilityTests
{
    /// <summary>Member, whether it takes a change in Action Required, once Approved, after Launched.</summary>
    public static TheoryData<string, bool, bool, bool> Table { get; } = new()
    {
        { "Customer.Account.Address.City", true, true, false },
        { "Customer.Account.Address.CountryCode", true, false, false },
        { "Customer.Account.Address.PostalCode", true, false, false },
        { "Customer.Account.Address.StateOrRegion", true, false, false },
        { "Customer.Account.Address.StreetAddress", true, true, false },
        { "Customer.Account.AwsAccountId", false, true, false },
        { "Customer.Account.CompanyName", false, false, false },
        { "Customer.Account.Duns", false, true, false },
        { "Customer.Account.Industry", false, false, false },
        { "Customer.Account.OtherIndustry", false, false, false },
        { "Customer.Account.WebsiteUrl", true, false, false },
        { "Customer.Contacts[0].BusinessTitle", false, true, false },
        { "Customer.Contacts[0].Email", false, true, false },
        { "Customer.Contacts[0].FirstName", false, true, false },
        { "Customer.Contacts[0].LastName", false, true, false },
        { "Customer.Contacts[0].Phone", false, true, false },
        { "LifeCycle.ClosedLostReason", false, true, false },
        { "LifeCycle.NextSteps", false, true, false },
        { "LifeCycle.Stage", false, true, false },
        { "LifeCycle.TargetCloseDate", true, true, false },
        { "Marketing.AwsFundingUsed", false, true, false },
        { "Marketing.CampaignName", false, true, false },
        { "Marketing.Channels", false, true, false },
        { "Marketing.Source", false, true, false },
        { "Marketing.UseCases", false, true, false },
        { "NationalSecurity", false, false, false },
        { "OpportunityType", false, true, false },
        { "PrimaryNeedsFromAws", false, false, false },
        { "Project.AdditionalComments", false, true, true },
        { "Project.ApnPrograms", false, false, false },
        { "Project.CompetitorName", false, true, false },
        { "Project.CustomerBusinessProblem", true, false, false },
        { "Project.CustomerUseCase", false, true, false },
        { "Project.DeliveryModels", false, true, false },
        { "Project.ExpectedCustomerSpend[TargetCompany=AWS].Amount", true, true, false },
        { "Project.ExpectedCustomerSpend[TargetCompany=AWS].CurrencyCode", true, false, false },
        { "Project.ExpectedCustomerSpend[TargetCompany=AWS].EstimationUrl", false, false, false },
        { "Project.ExpectedCustomerSpend[TargetCompany=AWS].Frequency", true, false, false },
        { "Project.ExpectedCustomerSpend[0].TargetCompany", true, false, false },
        { "Project.OtherCompetitorNames", false, true, false },
        { "Project.OtherSolutionDescription", false, true, false },
        { "Project.RelatedOpportunityIdentifier", false, true, false },
        { "Project.SalesActivities", false, true, false },
        { "Project.Title", false, false, false },
        { "SoftwareRevenue.DeliveryModel", false, true, false },
        { "SoftwareRevenue.EffectiveDate", false, true, false },
        { "SoftwareRevenue.ExpirationDate", false, true, false },
        { "SoftwareRevenue.Value.Amount", false, true, false },
        { "SoftwareRevenue.Value.CurrencyCode", false, true, false },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_member_takes_a_change_when_AWS_says_so(string member, bool inActionRequired, bool onceApproved, bool afterLaunched)
    {
        Assert.Equal(MemberLock.Open, Of(member, "Pending Submission"));
        Assert.Equal(MemberLock.UnderReview, Of(member, "Submitted"));
        Assert.Equal(MemberLock.UnderReview, Of(member, "In review"));
        Assert.Equal(inActionRequired ? MemberLock.ActionRequired : onceApproved ? MemberLock.UnderReview : MemberLock.ForGood, Of(member, "Action Required"));
        Assert.Equal(inActionRequired ? MemberLock.Open : onceApproved ? MemberLock.UnderReview : MemberLock.ForGood, Of(member, "Action Required", ticked: true));
        Assert.Equal(onceApproved ? MemberLock.Open : MemberLock.ForGood, Of(member, "Approved"));
        Assert.Equal(afterLaunched ? MemberLock.Open : MemberLock.ForGood, Of(member, "Approved", "Launched"));
        Assert.Equal(MemberLock.ForGood, Of(member, "Approved", "Closed Lost"));
        Assert.Equal(MemberLock.ForGood, Of(member, "Rejected"));
    }

    [Theory]
    [InlineData("For Visibility Only", "Qualified", MemberLock.Open)]
    [InlineData("For Visibility Only", "Launched", MemberLock.ForGood)]
    [InlineData("Co-Sell", "Qualified", MemberLock.ForGood)]
    [InlineData(null, "Qualified", MemberLock.ForGood)]
    public void Once_approved_a_need_may_be_named_where_AWS_only_looks_on(string? involvement, string stage, MemberLock expected) => Assert.Equal(expected, Editability.Of(
        Path("opportunity.PrimaryNeedsFromAws"), new Standing { HasOpportunity = true, ReviewStatus = "Approved", AwsStage = stage, InvolvementType = involvement }));

    [Theory]
    [InlineData(null, false, MemberLock.Open)]
    [InlineData("Pending Submission", true, MemberLock.ForGood)]
    [InlineData("Approved", true, MemberLock.ForGood)]
    public void The_partners_identifier_is_set_at_create_and_never_again(string? status, bool exists, MemberLock expected) =>
        Assert.Equal(expected, Editability.Of(Path("opportunity.PartnerOpportunityIdentifier"), new Standing { ReviewStatus = status, HasOpportunity = exists }));

    [Theory]
    [InlineData("association.Solutions", "Pending Submission", MemberLock.Open)]
    [InlineData("association.Solutions", "Submitted", MemberLock.UnderReview)]
    [InlineData("association.Solutions", "In review", MemberLock.UnderReview)]
    [InlineData("association.Solutions", "Action Required", MemberLock.UnderReview)]
    [InlineData("association.Solutions", "Approved", MemberLock.Open)]
    [InlineData("association.Solutions", "Rejected", MemberLock.ForGood)]
    [InlineData("submission.InvolvementType", "Pending Submission", MemberLock.Open)]
    [InlineData("submission.InvolvementType", "Submitted", MemberLock.ForGood)]
    [InlineData("awsSummary.Visibility", "Approved", MemberLock.ForGood)]
    public void Associations_wait_for_a_review_and_a_submission_is_final(string path, string status, MemberLock expected) =>
        Assert.Equal(expected, Editability.Of(Path(path), new Standing { ReviewStatus = status, HasOpportunity = true }));

    [Theory]
    [InlineData("PENDING", MemberLock.Open)]
    [InlineData("ACCEPTED", MemberLock.ForGood)]
    [InlineData("REJECTED", MemberLock.ForGood)]
    [InlineData("EXPIRED", MemberLock.ForGood)]
    public void A_referral_is_answered_while_it_is_pending(string status, MemberLock expected) =>
        Assert.Equal(expected, Editability.Of(Path("invitation.RejectionReason"), new Standing { InvitationStatus = status }));

    private static MemberLock Of(string member, string status, string stage = "Qualified", bool ticked = false) => Editability.Of(
        Path($"opportunity.{member}"), new Standing { HasOpportunity = true, ReviewStatus = status, AwsStage = stage, SubmitTicked = ticked, StatusShown = status });

    private static MemberPath Path(string text) => MemberPath.TryParse(text, out var path, out var problem) ? path : throw new ArgumentException(problem, nameof(text));
}
