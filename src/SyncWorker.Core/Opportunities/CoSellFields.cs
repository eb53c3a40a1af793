namespace SyncWorker.Core.Opportunities;

/// <summary>API names of the co-sell record's fields that the worker itself uses, besides the rows of the field map.</summary>
public static class CoSellFields
{
#pragma warning disable CS1591 // Each is the API name of the field with that label.
    public const string Opportunity = "Opportunity__c";
    public const string OpportunityRelation = "Opportunity__r";
    public const string ShareWithAws = "Share_With_AWS__c";
    public const string ClazarId = "Clazar_Id__c";
    public const string ApnCrmUniqueIdentifier = "APN_CRM_Unique_Identifier__c";
    public const string SubmitToAws = "Submit_To_AWS__c";
    public const string SubmitLate = "Submit_Late__c";
    public const string AllowAnother = "Allow_Another__c";
    public const string ReferralDecision = "Referral_Decision__c";
    public const string SyncStatus = "Sync_Status__c";
    public const string SyncError = "Sync_Error__c";
    public const string SyncNote = "Sync_Note__c";
    public const string LastSynced = "Last_Synced__c";
    public const string SyncNonce = "Sync_Nonce__c";
#pragma warning restore CS1591
}
