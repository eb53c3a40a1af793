namespace SyncWorker.Core.Opportunities;

/// <summary>Labels of the rows that the lifecycle's own rules name. All other rows are data only.</summary>
public static class Labels
{
#pragma warning disable CS1591 // Each is the label of the row.
    public const string OpportunityNumber = "APN CRM Unique Identifier";
    public const string SaleStage = "Sale Stage";
    public const string Status = "Status";
    public const string Industry = "Industry";
    public const string OtherIndustry = "Other Industry";
    public const string TargetCloseDate = "Target Close Date";
    public const string RejectionReason = "Rejection Reason";
    public const string CompanyName = "Customer Company Name";
    public const string Website = "Customer Website";
    public const string Country = "Country";
    public const string State = "State";
    public const string PostalCode = "Postal Code";
    public const string PrimaryContactFirstName = "Primary Contact First Name";
    public const string PrimaryContactLastName = "Primary Contact Last Name";
    public const string PrimaryContactEmail = "Primary Contact Email";
    public const string PrimaryContactPhone = "Primary Contact Phone";
    public const string PrimaryNeed = "Partner Primary Need From AWS";
    public const string ProjectTitle = "Partner Project Title";
    public const string MarketingFunded = "Is Marketing Development Funded";
    public const string MarketingSource = "Is Opp From Marketing Activity";
    public const string ProjectDescription = "Project Description";
    public const string UseCase = "Use Case";
    public const string ExpectedRevenue = "Expected Monthly AWS Revenue";
    public const string SolutionOffered = "Solution Offered";
    public const string OtherSolutionOffered = "Other Solution Offered";
    public const string ClosedLostReason = "Closed Lost Reason";
    public const string SalesActivities = "Sales Activities";
    public const string DeliveryModel = "Delivery Model";
    public const string AwsAccountId = "AWS Account Id";
    public const string Currency = "Currency";
    public const string ContractStart = "Contract Start Date";
    public const string ContractEnd = "Contract End Date";
    public const string NationalSecurity = "National Security";
    public const string InvolvementType = "Involvement Type";
    public const string Visibility = "Visibility";
    public const string OpportunityType = "Opportunity Type";
    public const string MappedObjectId = "Mapped Object Id";
    public const string Channels = "Marketing Channels";
    public const string AcceptBy = "Accept By";
    public const string ReviewComments = "Review Comments";
#pragma warning restore CS1591
}
