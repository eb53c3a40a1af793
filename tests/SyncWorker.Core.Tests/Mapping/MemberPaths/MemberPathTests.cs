using SyncWorker.Core.Mapping;

namespace SyncWorker.Core.Tests.Mapping.MemberPaths;

public class MemberPathTests
{
    [Theory]
    [InlineData("opportunity.LifeCycle.Stage", PathRoot.Opportunity, "LifeCycle.Stage")]
    [InlineData("opportunity.Customer.Contacts[0].Email", PathRoot.Opportunity, "Customer.Contacts.Email")]
    [InlineData("opportunity.Project.ExpectedCustomerSpend[TargetCompany=AWS,Frequency=Monthly].Amount", PathRoot.Opportunity, "Project.ExpectedCustomerSpend.Amount")]
    [InlineData("awsSummary.OpportunityTeam[BusinessTitle=AWSSalesRep]", PathRoot.AwsSummary, "OpportunityTeam")]
    [InlineData("invitation.Payload.OpportunityInvitation.Customer.CompanyName", PathRoot.Invitation, "Payload.OpportunityInvitation.Customer.CompanyName")]
    [InlineData("association.Solutions", PathRoot.Association, "Solutions")]
    [InlineData("teamMember.OpportunityTeam[BusinessTitle=PartnerAccountManager].Email", PathRoot.TeamMember, "OpportunityTeam.Email")]
    [InlineData("submission.InvolvementType", PathRoot.Submission, "InvolvementType")]
    [InlineData("worker.LinkId", PathRoot.Worker, "LinkId")]
    public void Reads_a_path_and_writes_it_back_as_it_was(string text, PathRoot root, string member)
    {
        Assert.True(MemberPath.TryParse(text, out var path, out _));
        Assert.Equal((root, member, text), (path.Root, path.Member, path.ToString()));
    }

    [Fact]
    public void Knows_what_picks_an_element()
    {
        Assert.True(MemberPath.TryParse("opportunity.A[1].B[X=1 2,Y=a.b].C", out var path, out _));
        Assert.Equal(1, path.Steps[0].Index);
        Assert.Equal("[X, 1 2] [Y, a.b]", string.Join(' ', path.Steps[1].Matches));
        Assert.False(path.Steps[2].Picks);
    }

    [Theory]
    [InlineData("Stage", "'Stage' is not where a path starts; it starts with one of association, awsSummary, invitation, opportunity, submission, teamMember, worker.")]
    [InlineData("opportunity", "'opportunity' names no member.")]
    [InlineData("opportunity..Stage", "'opportunity..Stage' cannot be read from '..Stage' on.")]
    [InlineData("opportunity.Contacts[0", "'opportunity.Contacts[0' cannot be read from '[0' on.")]
    [InlineData("opportunity.Contacts[]", "'' in 'opportunity.Contacts[]' picks no element: write a position such as [0] or members such as [BusinessTitle=PDM].")]
    [InlineData("opportunity.Team[first]", "'first' in 'opportunity.Team[first]' picks no element: write a position such as [0] or members such as [BusinessTitle=PDM].")]
    public void Says_what_is_wrong_with_a_text_that_is_no_path(string text, string expected)
    {
        Assert.False(MemberPath.TryParse(text, out _, out var problem));
        Assert.Equal(expected, problem);
    }
}
