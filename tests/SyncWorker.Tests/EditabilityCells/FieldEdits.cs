using System.Text.Json.Nodes;

namespace SyncWorker.Tests.EditabilityCells;

/// <summary>One edit of every member in the matrix, by hand. Later ones may build on earlier ones: the stage and what ends the sale come last.</summary>
internal static class FieldEdits
{
    /// <summary>A co-sell deal in the United States, committed, with a contract, a marketing activity and a solution.</summary>
    public const string Full = "Northwind data lake migration";

    /// <summary>A deal for visibility only, in an industry of its own, with a solution that AWS does not list.</summary>
    public const string Lean = "Litware edge devices";

    public const string Offer = "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/Offer/offer-k4fzmsxmmfhqi";

    public const string OfferSet = "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/OfferSet/offerset-k4fzmsxmm";

    public const string Solution = "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/Solution/solution-k4fzmsxmm";

    public const string Product = "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/SaaSProduct/prod-k4fzmsxmm";

    public static IReadOnlyList<FieldEdit> All { get; } =
    [
        One("Customer.Account.CompanyName", "Customer_Company_Name__c", "Northwind Trading Group"),
        One("Customer.Account.WebsiteUrl", "Customer_Website__c", "https://northwind.example.org"),
        One("Customer.Account.AwsAccountId", "AWS_Account_Id__c", "444455556666"),
        One("Customer.Account.Address.StreetAddress", "Street__c", "1 Pine Street"),
        One("Customer.Account.Address.City", "City__c", "Portland"),
        One("Customer.Account.Address.StateOrRegion", "State__c", "Oregon"),
        One("Customer.Account.Address.PostalCode", "Postal_Code__c", "97201"),
        One("Customer.Contacts.Email", "Customer_Email__c", "priya@northwindtraders.example.com", "Customer.Contacts[0].Email"),
        One("Customer.Contacts.FirstName", "Customer_First_Name__c", "Pia", "Customer.Contacts[0].FirstName"),
        One("Customer.Contacts.LastName", "Customer_Last_Name__c", "Rahman", "Customer.Contacts[0].LastName"),
        One("Customer.Contacts.Phone", "Customer_Phone__c", "+12065550133", "Customer.Contacts[0].Phone"),
        One("Project.Title", "Partner_Project_Title__c", "Northwind lake house"),
        One("Project.CustomerBusinessProblem", "Project_Description__c", "The stores wait for yesterday's numbers until noon."),
        One("Project.CustomerUseCase", "Use_Case__c", "Database"),
        new("Project.DeliveryModels", Full, "Project.DeliveryModels", """["Managed Services"]""", new JsonObject { ["Delivery_Model__c"] = "Managed Services" }),
        new("Project.ExpectedCustomerSpend.Amount", Full, "Project.ExpectedCustomerSpend[0].Amount", "\"15000\"", new JsonObject { ["Expected_Monthly_AWS_Revenue__c"] = 15000 }),
        One("Project.ExpectedCustomerSpend.CurrencyCode", "Currency__c", "EUR", "Project.ExpectedCustomerSpend[0].CurrencyCode"),
        new("Project.SalesActivities", Full, "Project.SalesActivities", """["Conducted POC / Demo"]""", new JsonObject { ["Sales_Activities__c"] = "Conducted POC / Demo" }),
        new("Project.ApnPrograms", Full, "Project.ApnPrograms", """["Well-Architected"]""", new JsonObject { ["APN_Programs__c"] = "Well-Architected" }),
        One("Project.AdditionalComments", "Additional_Comments__c", "The customer is on holiday in August."),
        new("PrimaryNeedsFromAws (Co-Sell)", Full, "PrimaryNeedsFromAws", """["Co-Sell - Deal Support"]""", new JsonObject { ["Partner_Primary_Need_From_AWS__c"] = "Co-Sell - Deal Support" }),
        One("OpportunityType", "Opportunity_Type__c", "Expansion"),
        One("PartnerOpportunityIdentifier", "Mapped_Object_Id__c", "006000000000999AAA"),
        One("LifeCycle.NextSteps", "Next_Step__c", "Contract review"),
        One("LifeCycle.TargetCloseDate", "Target_Close_Date__c", "2027-08-31"),
        One("Marketing.AwsFundingUsed", "Is_Marketing_Development_Funded__c", "No"),
        new("Marketing.Channels", Full, "Marketing.Channels", """["Social"]""", new JsonObject { ["Marketing_Channels__c"] = "Social" }),
        One("Marketing.CampaignName", "Marketing_Campaign__c", "Winter"),
        new("Marketing.Source", Full, "Marketing.Source", "\"None\"", new JsonObject { ["Is_Opp_From_Marketing_Activity__c"] = "No" })
        {
            With = ["Marketing.AwsFundingUsed", "Marketing.Channels", "Marketing.CampaignName", "Marketing.UseCases"],
        },
        One("SoftwareRevenue.DeliveryModel", "Procurement_Type__c", "Contract"),
        new("SoftwareRevenue.Value.Amount", Full, "SoftwareRevenue.Value.Amount", "\"250000\"", new JsonObject { ["Customer_Software_Value__c"] = 250000 }),
        One("SoftwareRevenue.Value.CurrencyCode", "Software_Value_Currency__c", "EUR"),
        One("SoftwareRevenue.EffectiveDate", "Contract_Start_Date__c", "2027-02-01"),
        One("SoftwareRevenue.ExpirationDate", "Contract_End_Date__c", "2029-01-31"),
        new("RelatedEntityIdentifiers.Solutions", Full, "RelatedEntityIdentifiers.Solutions", """["S-0051244","S-0051246"]""", new JsonObject { ["Solution_Offered__c"] = "S-0051244;S-0051246" }),
        new("RelatedEntityIdentifiers.AwsProducts", Full, "RelatedEntityIdentifiers.AwsProducts", """["AmazonS3"]""", new JsonObject { ["AWS_Products__c"] = "AmazonS3" }),
        new("RelatedEntityIdentifiers.AwsMarketplaceOffers", Full, "RelatedEntityIdentifiers.AwsMarketplaceOffers", $"""["{Offer}"]""", new JsonObject { ["Marketplace_Offer__c"] = Offer }),
        new("RelatedEntityIdentifiers.AwsMarketplaceOfferSets", Lean, "RelatedEntityIdentifiers.AwsMarketplaceOfferSets", $"""["{OfferSet}"]""", new JsonObject { ["Marketplace_Offer_Set__c"] = OfferSet }),
        new("RelatedEntityIdentifiers.AwsMarketplaceSolutions", Full, "RelatedEntityIdentifiers.AwsMarketplaceSolutions", $"""["{Solution}"]""", new JsonObject { ["Marketplace_Solution__c"] = Solution }),
        new("RelatedEntityIdentifiers.AwsMarketplaceProducts", Full, "RelatedEntityIdentifiers.AwsMarketplaceProducts", $"""["{Product}"]""", new JsonObject { ["Marketplace_Product__c"] = Product }),
        Contact("FirstName", "Primary_Contact_First_Name__c", "Anna"),
        Contact("LastName", "Primary_Contact_Last_Name__c", "da Silva"),
        Contact("Email", "Primary_Contact_Email__c", "anna.da.silva@example.com"),
        Contact("Phone", "Primary_Contact_Phone__c", "+12065550143"),
        new("InvolvementType", Full, "awsSummary.InvolvementType", "\"For Visibility Only\"", new JsonObject { ["Involvement_Type__c"] = "For Visibility Only", ["Partner_Primary_Need_From_AWS__c"] = "Do Not Need Support from AWS Sales Rep" })
        {
            With = ["PrimaryNeedsFromAws"],
        },
        new("Visibility", Full, "awsSummary.Visibility", "\"Limited\"", new JsonObject { ["Visibility__c"] = "Limited" }),
        One("Customer.Account.Industry", "Industry__c", "Government"),
        new("NationalSecurity", Full, "NationalSecurity", "\"Yes\"", new JsonObject { ["National_Security__c"] = "Yes" }),
        One("LifeCycle.Stage", "Sale_Stage__c", "Technical Validation"),
        new("LifeCycle.ClosedLostReason", Full, "LifeCycle.ClosedLostReason", "\"Price\"", new JsonObject { ["Sale_Stage__c"] = "Closed Lost", ["Closed_Lost_Reason__c"] = "Price" })
        {
            With = ["LifeCycle.Stage"],
        },
        One("Customer.Account.OtherIndustry", "Other_Industry__c", "Environmental") with { Deal = Lean },
        new("Customer.Account.Address.CountryCode", Lean, "Customer.Account.Address.CountryCode", "\"CA\"", new JsonObject { ["Country__c"] = "CA", ["Postal_Code__c"] = "V6B 1A1" })
        {
            With = ["Customer.Account.Address.PostalCode"],
        },
        One("Project.OtherSolutionDescription", "Other_Solution_Offered__c", "Fleet care for sensors and gateways") with { Deal = Lean },
        new("PrimaryNeedsFromAws (For Visibility Only)", Lean, "PrimaryNeedsFromAws", """["Co-Sell - Deal Support"]""", new JsonObject { ["Partner_Primary_Need_From_AWS__c"] = "Co-Sell - Deal Support" }),
    ];

    private static FieldEdit One(string member, string field, string value, string? path = null) => new(member, Full, path ?? member, $"\"{value}\"", new JsonObject { [field] = value });

    private static FieldEdit Contact(string member, string field, string value) =>
        new($"OpportunityTeam.{member}", Full, $"OpportunityTeam[BusinessTitle=PartnerAccountManager].{member}", $"\"{value}\"", new JsonObject { [field] = value });
}
