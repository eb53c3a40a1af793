using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce;
using SyncWorker.Emulators.Salesforce.Records;

namespace SyncWorker.Emulators.Seed;

/// <summary>What the org holds on its first day: its people, and a sales team's accounts and deals.</summary>
internal static class SalesforceSeed
{
    public static void Plant(Org org, SalesforceEmulatorOptions options)
    {
        if (!SalesforceId.TryParse(options.OrgId, out var orgId))
            throw new ArgumentException($"'{options.OrgId}' is not a Salesforce id.", nameof(options));
        var automation = SalesforceId.Make("005", 0);
        org.Store.Insert(org.Model["Organization"], Organization(), automation, orgId);
        var integration = org.Saver.Insert(org.Model["User"], Person("Sync", "Integration", options.Username, "sync.integration@example.com"), automation);
        var ana = org.Saver.Insert(org.Model["User"], SalesforceSeedData.Ana(), integration.Id);
        var tom = org.Saver.Insert(org.Model["User"], SalesforceSeedData.Tom(), integration.Id);
        org.Saver.Insert(org.Model["User"], SalesforceSeedData.Mia(), integration.Id);
        if (options.SampleData)
        {
            foreach (var (deal, number) in SalesforceSeedData.Deals().Select((deal, number) => (deal, number)))
                Plant(org, deal, number % 2 == 0 ? ana : tom);
        }
    }

    public static JsonObject Person(string first, string last, string username, string email) => new()
    {
        ["FirstName"] = first,
        ["LastName"] = last,
        ["Username"] = username,
        ["Email"] = email,
    };

    private static void Plant(Org org, SeedDeal deal, Row seller)
    {
        var account = org.Saver.Insert(org.Model["Account"], deal.Account, seller.Id);
        deal.Contact["AccountId"] = account.Id;
        var contact = org.Saver.Insert(org.Model["Contact"], deal.Contact, seller.Id);
        deal.Opportunity["AccountId"] = account.Id;
        deal.Opportunity["CloseDate"] = DateOnly.FromDateTime(org.Store.Now.UtcDateTime).AddDays(deal.DaysToClose).ToString("yyyy-MM-dd");
        var opportunity = org.Saver.Insert(org.Model["Opportunity"], deal.Opportunity, seller.Id);
        var role = new JsonObject { ["OpportunityId"] = opportunity.Id, ["ContactId"] = contact.Id, ["Role"] = deal.Role, ["IsPrimary"] = true };
        org.Saver.Insert(org.Model["OpportunityContactRole"], role, seller.Id);
    }

    private static Dictionary<string, object?> Organization() => new()
    {
        ["Name"] = "Meridian Cloud Partners",
        ["InstanceName"] = "EM1",
        ["IsSandbox"] = false,
        ["OrganizationType"] = "Developer Edition",
    };
}
