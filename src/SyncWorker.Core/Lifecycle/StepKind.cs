namespace SyncWorker.Core.Lifecycle;

/// <summary>What can be done to one of the two records.</summary>
public enum StepKind
{
    /// <summary>Insert the co-sell record in Salesforce.</summary>
    CreateRecord,

    /// <summary>Update the co-sell record, guarded by its Last Modified Date.</summary>
    UpdateRecord,

    /// <summary>CreateOpportunity.</summary>
    CreateOpportunity,

    /// <summary>Looks for the opportunity that a create, or the acceptance of a referral, made without telling us.</summary>
    FindOpportunity,

    /// <summary>UpdateOpportunity, guarded by LastModifiedDate.</summary>
    UpdateOpportunity,

    /// <summary>AssociateOpportunity.</summary>
    Associate,

    /// <summary>DisassociateOpportunity.</summary>
    Disassociate,

    /// <summary>AssignOpportunity.</summary>
    Assign,

    /// <summary>StartEngagementFromOpportunityTask.</summary>
    Submit,

    /// <summary>StartEngagementByAcceptingInvitationTask.</summary>
    Accept,

    /// <summary>RejectEngagementInvitation.</summary>
    Reject,
}
