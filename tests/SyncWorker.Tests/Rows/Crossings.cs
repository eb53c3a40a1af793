namespace SyncWorker.Tests.Rows;

/// <summary>Every row of the published table in each direction that it flows, with values written by hand.</summary>
internal static class Crossings
{
    private const string Open = "Northwind data lake migration";
    private const string Lost = "Contoso contact center";
    private const string Asked = "Fabrikam SAP on AWS";
    private const string Referred = "Humongous claims platform";
    private const string Refused = "Proseware store analytics";
    private const string Unlisted = "Litware claims intake";
    private const string LostAtAws = "Adatum field service";

    public static IReadOnlyList<Crossing> All { get; } =
    [
        // What sellers put into Salesforce.
        Aws("Sale Stage", "LifeCycle.Stage", "\"Committed\""),
        Aws("Industry", "Customer.Account.Industry", "\"Retail\""),
        Aws("Target Close Date", "LifeCycle.TargetCloseDate", "\"2027-03-31\""),
        Aws("Rejection Reason", "invitation.RejectionReason", "\"Unable to support\"", Refused),
        Aws("Mapped Object Id", "PartnerOpportunityIdentifier", "(the Opportunity's id)"),
        Aws("Customer Company Name", "Customer.Account.CompanyName", "\"Northwind Traders\""),
        Aws("Customer Email", "Customer.Contacts[0].Email", "\"priya.raman@example.com\""),
        Aws("Customer First Name", "Customer.Contacts[0].FirstName", "\"Priya\""),
        Aws("Customer Last Name", "Customer.Contacts[0].LastName", "\"Raman\""),
        Aws("Customer Website", "Customer.Account.WebsiteUrl", "\"https://www.northwindtraders.example.com\""),
        Aws("Customer Phone", "Customer.Contacts[0].Phone", "\"+12065550111\""),
        Aws("Country", "Customer.Account.Address.CountryCode", "\"US\""),
        Aws("State", "Customer.Account.Address.StateOrRegion", "\"Washington\""),
        Aws("Postal Code", "Customer.Account.Address.PostalCode", "\"98116\""),
        Aws("Primary Contact First Name", "OpportunityTeam[BusinessTitle=PartnerAccountManager].FirstName", "\"Ana\""),
        Aws("Primary Contact Last Name", "OpportunityTeam[BusinessTitle=PartnerAccountManager].LastName", "\"Silva\""),
        Aws("Primary Contact Email", "OpportunityTeam[BusinessTitle=PartnerAccountManager].Email", "\"ana.silva@example.com\""),
        Aws("Primary Contact Phone", "OpportunityTeam[BusinessTitle=PartnerAccountManager].Phone", "\"+12065550142\""),
        Aws("Partner Primary Need From AWS", "PrimaryNeedsFromAws", "[\"Co-Sell - Architectural Validation\",\"Co-Sell - Deal Support\"]"),
        Aws("Partner Project Title", "Project.Title", "\"Northwind data lake migration\""),
        Aws("Is Marketing Development Funded", "Marketing.AwsFundingUsed", "\"Yes\""),
        Aws("Opportunity Type", "OpportunityType", "\"Net New Business\""),
        Aws("Is Opp From Marketing Activity", "Marketing.Source", "\"Marketing Activity\""),
        Aws("Project Description", "Project.CustomerBusinessProblem", "\"Reports do not finish before the stores open.\""),
        Aws("Use Case", "Project.CustomerUseCase", "\"Storage & Backup\""),
        Aws("Expected Monthly AWS Revenue", "Project.ExpectedCustomerSpend[0].Amount", "\"12500.5\""),
        Aws("Solution Offered", "RelatedEntityIdentifiers.Solutions", "[\"S-0051244\"]"),
        Aws("Other Solution Offered", "Project.OtherSolutionDescription", "\"Claims intake tailored for insurers\"", Unlisted),
        Aws("Closed Lost Reason", "LifeCycle.ClosedLostReason", "\"Price\"", Lost),
        Aws("Sales Activities", "Project.SalesActivities", "[\"Conducted POC / Demo\",\"Initialized discussions with customer\"]"),
        Aws("Next Step", "LifeCycle.NextSteps", "\"Workshop on the source systems\""),
        Aws("Delivery Model", "Project.DeliveryModels", "[\"Managed Services\",\"SaaS or PaaS\"]"),
        Aws("AWS Products", "RelatedEntityIdentifiers.AwsProducts", "[\"AmazonAthena\",\"AmazonS3\"]"),
        Aws("APN Programs", "Project.ApnPrograms", "[\"Migration Acceleration Program\",\"Well-Architected\"]"),
        Aws("Contract Start Date", "SoftwareRevenue.EffectiveDate", "\"2027-04-01\""),
        Aws("Contract End Date", "SoftwareRevenue.ExpirationDate", "\"2029-03-31\""),
        Aws("Customer Software Value", "SoftwareRevenue.Value.Amount", "\"240000\""),
        Aws("Procurement Type", "SoftwareRevenue.DeliveryModel", "\"Pay-as-you-go\""),

        // What AWS people and colleagues in Partner Central put there.
        Salesforce("APN CRM Unique Identifier", "APN_CRM_Unique_Identifier__c", "(the opportunity's id)", Open),
        Salesforce("Opportunity Ownership", "Opportunity_Ownership__c", "\"AWS Referral\""),
        Salesforce("AWS Marketplace Engagement Score", "AWS_Marketplace_Engagement_Score__c", "\"Medium\""),
        Salesforce("Sale Stage", "Sale_Stage__c", "\"Committed\""),
        Salesforce("AWS Stage", "AWS_Stage__c", "\"Closed Lost\"", LostAtAws),
        Salesforce("Industry", "Industry__c", "\"Financial Services\""),
        Salesforce("Target Close Date", "Target_Close_Date__c", "\"2027-08-15\""),
        Salesforce("Status", "Status__c", "\"Approved\""),
        Salesforce("Cloud Created Date", "Cloud_Created_Date__c", "(the opportunity's CreatedDate)"),
        Salesforce("Last Modified Date", "Last_Modified_Date__c", "(the opportunity's LastModifiedDate)"),
        Salesforce("Rejection Reason", "Rejection_Reason__c", "\"Clarify Revenue\"", Asked),
        Salesforce("Customer Company Name", "Customer_Company_Name__c", "\"Humongous Insurance\""),
        Salesforce("Customer Email", "Customer_Email__c", "\"lee.gu@humongous.example.com\""),
        Salesforce("Customer First Name", "Customer_First_Name__c", "\"Lee\""),
        Salesforce("Customer Last Name", "Customer_Last_Name__c", "\"Gu\""),
        Salesforce("Customer Website", "Customer_Website__c", "\"https://humongous.example.com\""),
        Salesforce("Customer Phone", "Customer_Phone__c", "\"+12065550177\""),
        Salesforce("Country", "Country__c", "\"US\""),
        Salesforce("State", "State__c", "\"Washington\""),
        Salesforce("Postal Code", "Postal_Code__c", "\"98101\""),
        Salesforce("AWS Sales Rep", "AWS_Sales_Rep__c", "\"Jane Roe\""),
        Salesforce("AWS Account Owner", "AWS_Account_Owner_Email__c", "\"rstiles@example.net\""),
        Salesforce("AWS ISV Success Manager", "AWS_ISV_Success_Manager__c", "\"Kwaku Mensah\""),
        Salesforce("AWS Partner Success Manager", "AWS_Partner_Success_Manager__c", "\"Ana Carolina Silva\""),
        Salesforce("Partner Developer Manager Email", "Partner_Developer_Manager_Email__c", "\"psantos@example.net\""),
        Salesforce("Partner Developer Manager Name", "Partner_Developer_Manager_Name__c", "\"Paulo Santos\""),
        Salesforce("Partner Primary Need From AWS", "Partner_Primary_Need_From_AWS__c", "\"Co-Sell - Deal Support\""),
        Salesforce("Partner Project Title", "Partner_Project_Title__c", "\"Humongous claims platform\""),
        Salesforce("Is Marketing Development Funded", "Is_Marketing_Development_Funded__c", "\"No\""),
        Salesforce("Opportunity Type", "Opportunity_Type__c", "\"Expansion\""),
        Salesforce("Is Opp From Marketing Activity", "Is_Opp_From_Marketing_Activity__c", "\"Yes\""),
        Salesforce("Project Description", "Project_Description__c", "\"Claims arrive by mail and take weeks; the insurer wants them on the web.\""),
        Salesforce("Use Case", "Use_Case__c", "\"Security & Compliance\""),
        Salesforce("Expected Monthly AWS Revenue", "Expected_Monthly_AWS_Revenue__c", "9100.25"),
        Salesforce("Is Action Required", "Is_Action_Required__c", "true", Asked),
        Salesforce("Is Net New Business For Company", "Is_Net_New_Business_For_Company__c", "true", Open),
        Salesforce("Solution Offered", "Solution_Offered__c", "\"Data Lake Foundation\"", LostAtAws),
        Salesforce("Other Solution Offered", "Other_Solution_Offered__c", "\"Field app\"", LostAtAws),
        Salesforce("Accept By", "Accept_By__c", "(the invitation's ExpirationDate)"),
        Salesforce("Closed Lost Reason", "Closed_Lost_Reason__c", "\"Partner Gap\"", LostAtAws),
        Salesforce("Sales Activities", "Sales_Activities__c", "\"Agreed on solution to Business Problem\""),
        Salesforce("Next Step", "Next_Step__c", "\"Security review\""),
        Salesforce("Delivery Model", "Delivery_Model__c", "\"Resell\""),
        Salesforce("AWS Products", "AWS_Products__c", "\"AmazonRedshift\""),
        Salesforce("APN Programs", "APN_Programs__c", "\"Windows\""),
        Salesforce("Contract Start Date", "Contract_Start_Date__c", "\"2027-09-01\""),
        Salesforce("Contract End Date", "Contract_End_Date__c", "\"2028-08-31\""),
        Salesforce("Customer Software Value", "Customer_Software_Value__c", "99000.0"),
        Salesforce("Procurement Type", "Procurement_Type__c", "\"Contract\""),

        // What the worker itself supplies.
        Salesforce("Mapped Object", "Mapped_Object__c", "(the Opportunity's address)", Open),
        Salesforce("Mapped Object Type", "Mapped_Object_Type__c", "\"Opportunity\"", Open),
        Salesforce("Clazar Id", "Clazar_Id__c", "(the link's id)", Open),
    ];

    private static Crossing Aws(string row, string path, string value, string deal = Open) => new(row, true, deal, path, value);

    private static Crossing Salesforce(string row, string field, string value, string deal = Referred) => new(row, false, deal, field, value);
}
