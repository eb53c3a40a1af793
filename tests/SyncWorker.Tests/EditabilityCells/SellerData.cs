using System.Text.Json.Nodes;

namespace SyncWorker.Tests.EditabilityCells;

/// <summary>What the seller filled in before the edits.</summary>
internal static class SellerData
{
    public static JsonObject Full() => new()
    {
        ["Project_Description__c"] = "Reports do not finish before the stores open.",
        ["Use_Case__c"] = "Storage & Backup",
        ["Delivery_Model__c"] = "SaaS or PaaS",
        ["Expected_Monthly_AWS_Revenue__c"] = 12500,
        ["Sales_Activities__c"] = "Initialized discussions with customer",
        ["Partner_Primary_Need_From_AWS__c"] = "Co-Sell - Architectural Validation",
        ["Is_Opp_From_Marketing_Activity__c"] = "Yes",
        ["Is_Marketing_Development_Funded__c"] = "Yes",
        ["Marketing_Channels__c"] = "Email",
        ["Marketing_Campaign__c"] = "Autumn",
        ["Involvement_Type__c"] = "Co-Sell",
        ["Visibility__c"] = "Full",
        ["Solution_Offered__c"] = "S-0051244",
        ["APN_Programs__c"] = "Windows",
        ["Next_Step__c"] = "Kick-off",
        ["AWS_Account_Id__c"] = "111122223333",
        ["Customer_First_Name__c"] = "Priya",
        ["Customer_Last_Name__c"] = "Raman",
        ["Customer_Email__c"] = "priya.raman@northwindtraders.example.com",
        ["Customer_Phone__c"] = "+12065550111",
        ["Contract_Start_Date__c"] = "2027-01-01",
        ["Contract_End_Date__c"] = "2028-12-31",
        ["Customer_Software_Value__c"] = 240000,
        ["Software_Value_Currency__c"] = "USD",
        ["Procurement_Type__c"] = "Subscription",
    };

    public static JsonObject Lean() => new()
    {
        ["Project_Description__c"] = "The firmware of 20,000 sensors is updated by hand.",
        ["Use_Case__c"] = "Database",
        ["Delivery_Model__c"] = "Professional Services",
        ["Expected_Monthly_AWS_Revenue__c"] = 9000,
        ["Sales_Activities__c"] = "Initialized discussions with customer",
        ["Partner_Primary_Need_From_AWS__c"] = "Do Not Need Support from AWS Sales Rep",
        ["Is_Opp_From_Marketing_Activity__c"] = "No",
        ["Involvement_Type__c"] = "For Visibility Only",
        ["Other_Solution_Offered__c"] = "Fleet care for sensors",
        ["Industry__c"] = "Other",
        ["Other_Industry__c"] = "Recreation",
        ["AWS_Account_Id__c"] = "222233334444",
    };
}
