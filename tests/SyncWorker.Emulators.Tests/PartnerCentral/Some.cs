using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

/// <summary>Data for tests: valid unless a test spoils it.</summary>
internal static class Some
{
    /// <summary>Everything that a submission needs, but for a solution, for which it has a description.</summary>
    public static JsonObject Opportunity(Action<JsonObject>? change = null)
    {
        var opportunity = JsonNode.Parse("""
            {
              "Customer": {
                "Account": {
                  "CompanyName": "Humongous Insurance", "Industry": "Financial Services", "WebsiteUrl": "www.humongousinsurance.com",
                  "Address": { "City": "New York", "CountryCode": "US", "PostalCode": "10001", "StateOrRegion": "New York", "StreetAddress": "123 Main St." }
                },
                "Contacts": [ { "Email": "jane.doe@humongousinsurance.com", "FirstName": "Jane", "LastName": "Doe", "BusinessTitle": "CIO", "Phone": "+12125550101" } ]
              },
              "LifeCycle": { "Stage": "Qualified", "TargetCloseDate": "2027-03-31", "NextSteps": "Workshop in December" },
              "Marketing": { "Source": "None" },
              "OpportunityType": "Net New Business",
              "PrimaryNeedsFromAws": [ "Co-Sell - Architectural Validation" ],
              "PartnerOpportunityIdentifier": "0065g00000XyZAbAAN",
              "Project": {
                "Title": "Claims platform", "CustomerBusinessProblem": "Claims take three weeks to settle because they are typed twice.",
                "CustomerUseCase": "Security & Compliance", "DeliveryModels": [ "SaaS or PaaS" ], "SalesActivities": [ "Conducted POC / Demo" ],
                "OtherSolutionDescription": "Claims platform of our own",
                "ExpectedCustomerSpend": [ { "Amount": "12500", "CurrencyCode": "USD", "Frequency": "Monthly", "TargetCompany": "AWS" } ]
              }
            }
            """)!.AsObject();
        change?.Invoke(opportunity);
        return opportunity;
    }
}
