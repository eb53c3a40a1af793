namespace SyncWorker.Tests.PartnerCentral;

/// <summary>
/// Where each row of the shipped map stands in UpdateOpportunity, and when AWS takes a change of it: a in Action Required, p once Approved, l after Launched; everything before the submission.
/// Written by hand from AWS's editability table of 2025-10-28, and the developer guide's list of locked members where that is stricter.
/// </summary>
internal static class WrittenMembers
{
    private const string Table = """
        Sale Stage                       | LifeCycle.Stage                             | p
        Industry                         | Customer.Account.Industry                   |
        Other Industry                   | Customer.Account.OtherIndustry              |
        Target Close Date                | LifeCycle.TargetCloseDate                   | ap
        Customer Company Name            | Customer.Account.CompanyName                |
        Customer Email                   | Customer.Contacts[0].Email                  | p
        Customer First Name              | Customer.Contacts[0].FirstName              | p
        Customer Last Name               | Customer.Contacts[0].LastName               | p
        Customer Phone                   | Customer.Contacts[0].Phone                  | p
        Customer Website                 | Customer.Account.WebsiteUrl                 | a
        Country                          | Customer.Account.Address.CountryCode        | a
        State                            | Customer.Account.Address.StateOrRegion      | a
        Postal Code                      | Customer.Account.Address.PostalCode         | a
        Street                           | Customer.Account.Address.StreetAddress      | ap
        City                             | Customer.Account.Address.City               | ap
        AWS Account Id                   | Customer.Account.AwsAccountId               | p
        Partner Primary Need From AWS    | PrimaryNeedsFromAws                         |
        Partner Project Title            | Project.Title                               |
        Is Marketing Development Funded  | Marketing.AwsFundingUsed                    | p
        Opportunity Type                 | OpportunityType                             | p
        Is Opp From Marketing Activity   | Marketing.Source                            | p
        Marketing Channels               | Marketing.Channels                          | p
        Marketing Campaign               | Marketing.CampaignName                      | p
        Project Description              | Project.CustomerBusinessProblem             | a
        Use Case                         | Project.CustomerUseCase                     | p
        Expected Monthly AWS Revenue     | Project.ExpectedCustomerSpend[AWS].Amount   | ap
        Currency                         | Project.ExpectedCustomerSpend[AWS].CurrencyCode | a
        Other Solution Offered           | Project.OtherSolutionDescription            | p
        Closed Lost Reason               | LifeCycle.ClosedLostReason                  | p
        Sales Activities                 | Project.SalesActivities                     | p
        Next Step                        | LifeCycle.NextSteps                         | p
        Delivery Model                   | Project.DeliveryModels                      | p
        APN Programs                     | Project.ApnPrograms                         |
        Contract Start Date              | SoftwareRevenue.EffectiveDate               | p
        Contract End Date                | SoftwareRevenue.ExpirationDate              | p
        Customer Software Value          | SoftwareRevenue.Value.Amount                | p
        Software Value Currency          | SoftwareRevenue.Value.CurrencyCode          | p
        Procurement Type                 | SoftwareRevenue.DeliveryModel               | p
        National Security                | NationalSecurity                            |
        Additional Comments              | Project.AdditionalComments                  | pl
        """;

    // Rows that mean something only together: one that moves may take the others along.
    private static readonly string[][] Groups =
    [
        ["Industry", "Other Industry"], ["Customer Email", "Customer First Name", "Customer Last Name", "Customer Phone"], ["Expected Monthly AWS Revenue", "Currency"],
        ["Contract Start Date", "Contract End Date", "Customer Software Value", "Software Value Currency", "Procurement Type"],
    ];

    private static readonly Dictionary<string, (string Path, string Open)> ByRow =
        Table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(cells => cells[0], cells => (cells[1], cells[2]));

    public static IReadOnlyCollection<string> Rows => ByRow.Keys;

    /// <summary>The member of a row; <c>[AWS]</c> stands for the monthly spend entry of AWS.</summary>
    public static string Path(string row) => ByRow[row].Path;

    /// <summary>The members that may change when a seller edits rows, as AWS's table stands.</summary>
    public static HashSet<string> MayChange(IEnumerable<string> edited, string status, string stage)
    {
        var rows = edited.SelectMany(row => Groups.FirstOrDefault(g => g.Contains(row)) ?? [row]).Where(row => IsOpen(ByRow[row].Open, status, stage)).ToHashSet();
        var members = rows.Select(Path).ToHashSet();

        // AWS takes these only beside a marketing activity, use cases only beside its own funds (as the service model says of AwsFundingUsed), and a reason only beside Closed Lost.
        if (rows.Contains("Is Opp From Marketing Activity")) members.UnionWith(["Marketing.CampaignName", "Marketing.UseCases", "Marketing.Channels", "Marketing.AwsFundingUsed"]);
        if (rows.Contains("Is Marketing Development Funded")) members.Add("Marketing.UseCases");
        if (rows.Contains("Sale Stage")) members.Add("LifeCycle.ClosedLostReason");
        return members;
    }

    private static bool IsOpen(string open, string status, string stage) => (status, stage) switch
    {
        ("Pending Submission", _) => true,
        ("Action Required", _) => open.Contains('a', StringComparison.Ordinal),
        ("Approved", "Closed Lost") => false,
        ("Approved", "Launched") => open.Contains('l', StringComparison.Ordinal),
        ("Approved", _) => open.Contains('p', StringComparison.Ordinal),
        _ => false,
    };
}
