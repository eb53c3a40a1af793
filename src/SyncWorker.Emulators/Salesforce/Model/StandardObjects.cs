using static SyncWorker.Emulators.Salesforce.Model.StandardFields;

namespace SyncWorker.Emulators.Salesforce.Model;

/// <summary>The standard objects, as far as a co-sell opportunity touches them.</summary>
internal static class StandardObjects
{
    public static IEnumerable<ObjectType> All() => [Account(), Contact(), Opportunity(), ContactRole(), User(), Organization()];

    private static ObjectType Account() => new("Account", "Account", "Accounts", "001",
    [
        Id("Account ID"),
        Text("Name", "Account Name", 255).Needed(),
        Picklist("Type", "Account Type", "Prospect", "Customer - Direct", "Customer - Channel", "Channel Partner / Reseller", "Installation Partner", "Technology Partner", "Other"),
        Url("Website", "Website"),
        Picklist("Industry", "Industry", StandardPicklists.Industries),
        Phone("Phone", "Account Phone"),
        new("NumberOfEmployees", "Employees", FieldType.Integer) { Precision = 8 },
        LongText("Description", "Account Description"),
        .. Address("Billing"),
        .. Address("Shipping"),
        Owner(),
        .. StandardFields.System(),
    ]);

    private static ObjectType Contact() => new("Contact", "Contact", "Contacts", "003",
    [
        Id("Contact ID"),
        Reference("AccountId", "Account ID", "Account", "Contacts", DeleteRule.Cascade),
        Text("FirstName", "First Name", 40),
        Text("LastName", "Last Name", 80).Needed(),
        Text("Name", "Full Name", 121).Derived(),
        Text("Title", "Title", 128),
        Email("Email", "Email"),
        Phone("Phone", "Business Phone"),
        Phone("MobilePhone", "Mobile Phone"),
        .. Address("Mailing"),
        Owner(),
        .. StandardFields.System(),
    ]);

    private static ObjectType Opportunity() => new("Opportunity", "Opportunity", "Opportunities", "006",
    [
        Id("Opportunity ID"),
        Reference("AccountId", "Account ID", "Account", "Opportunities", DeleteRule.Cascade),
        Reference("ContactId", "Contact ID", "Contact"),
        Text("Name", "Name", 120).Needed(),
        LongText("Description", "Description"),
        Picklist("StageName", "Stage", StandardPicklists.Stages).Needed(),
        Currency("Amount", "Amount"),
        new("Probability", "Probability (%)", FieldType.Percent) { Precision = 3 },
        Date("CloseDate", "Close Date").Needed(),
        Picklist("Type", "Opportunity Type", StandardPicklists.OpportunityTypes),
        Text("NextStep", "Next Step", 255),
        Picklist("LeadSource", "Lead Source", StandardPicklists.LeadSources),
        Flag("IsClosed", "Closed").Derived(),
        Flag("IsWon", "Won").Derived(),
        Owner(),
        .. StandardFields.System(),
    ]);

    private static ObjectType ContactRole() => new("OpportunityContactRole", "Opportunity Contact Role", "Opportunity Contact Role", "00K",
    [
        Id("Contact Role ID"),
        Reference("OpportunityId", "Opportunity ID", "Opportunity", "OpportunityContactRoles", DeleteRule.Cascade).Needed() with { Updateable = false },
        Reference("ContactId", "Contact ID", "Contact", "OpportunityContactRoles", DeleteRule.Cascade).Needed(),
        Picklist("Role", "Role", StandardPicklists.ContactRoles),
        Flag("IsPrimary", "Primary"),
        .. StandardFields.System(),
    ]);

    private static ObjectType User() => new("User", "User", "Users", "005",
    [
        Id("User ID"),
        Text("Username", "Username", 80).Needed() with { Unique = true },
        Text("FirstName", "First Name", 40),
        Text("LastName", "Last Name", 80).Needed(),
        Text("Name", "Full Name", 121).Derived(),
        Text("Title", "Title", 80),
        Email("Email", "Email").Needed(),
        Phone("Phone", "Phone"),
        Phone("MobilePhone", "Mobile"),
        Flag("IsActive", "Active", true),
        // Users are never deleted, so this object alone has no IsDeleted.
        .. StandardFields.System().Where(f => f.Name != "IsDeleted"),
    ]);

    private static ObjectType Organization() => new("Organization", "Organization", "Organizations", "00D",
    [
        Id("Organization ID"),
        Text("Name", "Name", 80).Needed(),
        Text("InstanceName", "Instance Name", 5).Derived(),
        Flag("IsSandbox", "Is Sandbox").Derived(),
        new Field("TrialExpirationDate", "Trial Expiration Date", FieldType.DateTime).Derived(),
        Text("NamespacePrefix", "Namespace Prefix", 15).Derived(),
        Picklist("OrganizationType", "Edition", "Developer Edition", "Enterprise Edition").Derived(),
        .. StandardFields.System().Where(f => f.Name != "IsDeleted"),
    ])
    { Writable = false };
}
