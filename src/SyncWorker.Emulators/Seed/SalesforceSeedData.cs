using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Seed;

/// <summary>The sample data itself. Companies are Microsoft's old sample names; phone numbers are from ranges kept free for fiction.</summary>
internal static class SalesforceSeedData
{
    /// <summary>Sellers type phone numbers as their country writes them.</summary>
    public static JsonObject Ana() => Seller("Ana", "Silva", "ana.silva@example.com", "Account Executive", "(206) 555-0142");

    public static JsonObject Tom() => Seller("Tom", "Baker", "tom.baker@example.com", "Senior Account Executive", "(415) 555-0187");

    public static JsonObject Mia() => Seller("Mia", "Chen", "mia.chen@example.com", "AWS Alliance Manager", "(312) 555-0119");

    public static IEnumerable<SeedDeal> Deals() =>
    [
        new(
            Account("Northwind Traders", "https://www.northwindtraders.example.com", "Retail", "(206) 555-0110", "1200 Harbor Avenue SW", "Seattle", "WA", "98116", "US"),
            Contact("Priya", "Raman", "priya.raman@northwindtraders.example.com", "(206) 555-0111", "Director of Data Platforms"),
            "Decision Maker",
            Opportunity(
                "Northwind data lake migration", "Qualification", 240_000, "New Customer", "Partner Referral",
                "Northwind runs nightly sales reports on an on-premises Hadoop cluster that no longer finishes before stores open. "
                + "They want to move the data lake to AWS and query it the same day.",
                "Workshop on source systems and data volumes"),
            60),
        new(
            Account("Contoso Bank", "https://www.contosobank.example.com", "Banking", "(212) 555-0126", "85 Water Street", "New York", "NY", "10005", "US"),
            Contact("Daniel", "Okafor", "daniel.okafor@contosobank.example.com", "(212) 555-0127", "VP Customer Operations"),
            "Executive Sponsor",
            Opportunity(
                "Contoso contact center", "Needs Analysis", 410_000, "New Customer", "Web",
                "Contoso's branches answer calls on three telephone systems with no shared queue. They want one cloud contact center with call recording that satisfies their regulator.",
                "Compliance review of call recording"),
            90),
        new(
            Account("Fabrikam Maschinenbau GmbH", "https://www.fabrikam.example.com", "Manufacturing", "089 99998 101", "Lindwurmstraße 76", "München", null, "80337", "DE"),
            Contact("Katrin", "Vogel", "katrin.vogel@fabrikam.example.com", "089 99998 102", "Leiterin SAP-Basis"),
            "Technical Buyer",
            Opportunity(
                "Fabrikam SAP on AWS", "Proposal/Price Quote", 780_000, "Existing Customer - Upgrade", "Partner Referral",
                "Fabrikam's SAP ERP hosting contract ends next year. They are moving to S/4HANA and want to run it on AWS in Frankfurt, with the plants' interfaces kept as they are.",
                "Sizing review with the SAP team"),
            120),
        new(
            Account("Tailspin Health", "https://www.tailspinhealth.example.com", "Healthcare", "(617) 555-0164", "40 Longwood Avenue", "Boston", "MA", "02115", "US"),
            Contact("Grace", "Lindqvist", "grace.lindqvist@tailspinhealth.example.com", "(617) 555-0165", "Chief Information Officer"),
            "Economic Buyer",
            Opportunity(
                "Tailspin disaster recovery", "Negotiation/Review", 155_000, "New Customer", "Phone Inquiry",
                "After a power failure Tailspin's patient portal was down for two days. They need disaster recovery in a second region with a recovery time of under one hour.",
                "Legal reviews the business associate addendum"),
            30),
        new(
            Account("Wingtip Energy Ltd", "https://www.wingtipenergy.example.com", "Energy", "020 7946 0958", "22 Bishopsgate", "London", null, "EC2N 4BQ", "GB"),
            Contact("Owen", "Hughes", "owen.hughes@wingtipenergy.example.com", "020 7946 0959", "Head of Analytics"),
            "Evaluator",
            Opportunity(
                "Wingtip analytics", "Prospecting", 95_000, "New Customer", "Web",
                "Wingtip collects half-hourly readings from 400,000 smart meters and wants to forecast demand from them without buying more servers.",
                "Discovery call"),
            150),
        new(
            Account("Litware Devices", "https://www.litwaredevices.example.com", "Technology", "(512) 555-0173", "500 Congress Avenue", "Austin", "TX", "78701", "US"),
            Contact("Marcus", "Bell", "marcus.bell@litwaredevices.example.com", "(512) 555-0174", "VP Engineering"),
            "Influencer",
            Opportunity(
                "Litware edge devices", "Value Proposition", 320_000, "Existing Customer - Upgrade", "Partner Referral",
                "Litware ships 20,000 industrial sensors a year and updates their firmware by hand. They want to manage the fleet and its updates with AWS IoT.",
                "Proof of concept with fifty devices"),
            75),
    ];

    private static JsonObject Seller(string first, string last, string email, string title, string phone)
    {
        var person = SalesforceSeed.Person(first, last, email, email);
        person["Title"] = title;
        person["Phone"] = phone;
        return person;
    }

    private static JsonObject Account(string name, string website, string industry, string phone, string street, string city, string? state, string postalCode, string country) => new()
    {
        ["Name"] = name,
        ["Website"] = website,
        ["Industry"] = industry,
        ["Phone"] = phone,
        ["BillingStreet"] = street,
        ["BillingCity"] = city,
        ["BillingStateCode"] = state,
        ["BillingPostalCode"] = postalCode,
        ["BillingCountryCode"] = country,
    };

    private static JsonObject Contact(string first, string last, string email, string phone, string title) => new()
    {
        ["FirstName"] = first,
        ["LastName"] = last,
        ["Email"] = email,
        ["Phone"] = phone,
        ["Title"] = title,
    };

    private static JsonObject Opportunity(string name, string stage, int amount, string type, string source, string description, string nextStep) => new()
    {
        ["Name"] = name,
        ["StageName"] = stage,
        ["Amount"] = amount,
        ["Type"] = type,
        ["LeadSource"] = source,
        ["Description"] = description,
        ["NextStep"] = nextStep,
    };
}
