namespace SyncWorker.Core.Mapping;

/// <summary>The document in which an AWS path of the field map starts.</summary>
public enum PathRoot
{
    /// <summary>GetOpportunity; written by CreateOpportunity and UpdateOpportunity.</summary>
    Opportunity,

    /// <summary>GetAwsOpportunitySummary: AWS's own view; never written.</summary>
    AwsSummary,

    /// <summary>GetEngagementInvitation: an AWS referral before it is accepted; its RejectionReason is written by the reject step.</summary>
    Invitation,

    /// <summary>RelatedEntityIdentifiers; written by AssociateOpportunity and DisassociateOpportunity, one entity a call.</summary>
    Association,

    /// <summary>OpportunityTeam; written at create and later by AssignOpportunity.</summary>
    TeamMember,

    /// <summary>What a submission carries: InvolvementType and Visibility of StartEngagementFromOpportunityTask.</summary>
    Submission,

    /// <summary>What the worker itself knows of the link; AWS has no such member.</summary>
    Worker,
}
