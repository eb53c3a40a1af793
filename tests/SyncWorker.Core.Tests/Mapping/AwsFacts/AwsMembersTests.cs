using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.AwsFacts;

namespace SyncWorker.Core.Tests.Mapping.AwsFacts;

public class AwsMembersTests
{
    [Theory]
    [InlineData("opportunity.Customer.Account.CompanyName", MemberKind.Text, 0, 120, true, true)]
    [InlineData("opportunity.Project.CustomerBusinessProblem", MemberKind.Text, 20, 2000, true, true)]
    [InlineData("opportunity.Customer.Account.WebsiteUrl", MemberKind.Website, 4, 255, true, true)]
    [InlineData("opportunity.Project.AdditionalComments", MemberKind.Text, 1, 255, true, false)]
    [InlineData("opportunity.Customer.Contacts[0].Email", MemberKind.Email, 0, 80, true, true)]
    [InlineData("opportunity.LifeCycle.ReviewStatus", MemberKind.Enum, 0, null, false, false)]
    [InlineData("opportunity.Project.ExpectedCustomerSpend[TargetCompany=AWS,Frequency=Monthly].Amount", MemberKind.Amount, 0, null, true, true)]
    [InlineData("opportunity.PrimaryNeedsFromAws", MemberKind.Enums, 0, null, true, false)]
    [InlineData("awsSummary.OpportunityTeam[BusinessTitle=PDM]", MemberKind.Object, 0, null, false, false)]
    [InlineData("awsSummary.LifeCycle.NextSteps", MemberKind.Text, 0, 255, false, true)]
    [InlineData("invitation.ExpirationDate", MemberKind.Timestamp, 0, null, false, false)]
    [InlineData("invitation.RejectionReason", MemberKind.Text, 1, 80, true, false)]
    [InlineData("teamMember.OpportunityTeam[BusinessTitle=PartnerAccountManager].Phone", MemberKind.Phone, 0, null, true, true)]
    [InlineData("submission.Visibility", MemberKind.Enum, 0, null, true, false)]
    public void Knows_what_AWS_says_of_a_member(string text, MemberKind kind, int shortest, int? longest, bool written, bool sensitive)
    {
        var member = Find(text);
        Assert.Equal((kind, shortest, longest, written, sensitive), (member!.Kind, member.Shortest, member.Longest, member.IsWritten, member.IsSensitive));
    }

    [Theory]
    [InlineData("opportunity.Customer.Contacts.Email")]
    [InlineData("opportunity.Origin")]
    [InlineData("opportunity.LifeCycle[0].Stage")]
    [InlineData("awsSummary.OpportunityTeam[BusinessTitle=PDM].Phone")]
    public void Has_no_member_that_AWS_lacks(string text) => Assert.Null(Find(text));

    [Fact]
    public void Every_list_that_a_member_names_has_values() =>
        Assert.All(AwsMembers.All.Where(m => m.List is not null), m => Assert.NotEmpty(m.Values));

    [Fact]
    public void Enums_name_their_list() => Assert.All(AwsMembers.All.Where(m => m.Kind is MemberKind.Enum or MemberKind.Enums), m => Assert.NotNull(m.List));

    private static AwsMember? Find(string text) => MemberPath.TryParse(text, out var path, out var problem) ? AwsMembers.Find(path) : throw new ArgumentException(problem);
}
