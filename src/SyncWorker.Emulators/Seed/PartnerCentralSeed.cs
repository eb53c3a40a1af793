using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Seed;

/// <summary>What an emulated Partner Central account starts with: solutions, users, AWS's people, and no opportunity.</summary>
internal sealed class PartnerCentralSeed
{
    public const string PartnerName = "Emulated Partner";
    public const string PartnerWebsite = "https://www.example.com";

    private static readonly PartnerCentralSolution[] Production =
    [
        new("S-0051244", "Claims Intelligence Platform", "Software Product", "Active", "2023-04-18T09:12:44Z"),
        new("S-0051246", "Retail Demand Forecasting", "Software Product", "Active", "2023-05-02T13:40:10Z"),
        new("S-0052871", "Data Lake Foundation", "Consulting Service", "Active", "2023-11-21T08:05:31Z"),
        new("S-0053310", "Mainframe Modernization Factory", "Professional Service", "Active", "2024-02-06T16:22:57Z"),
        new("S-0054902", "Managed Cloud Operations", "Managed Service", "Active", "2024-07-15T10:48:03Z"),
        new("S-0055117", "Cloud Cost Review", "Consulting Service", "Inactive", "2022-09-27T11:30:00Z"),
        new("S-0056020", "Generative AI Contact Center", "Software Product", "Draft", "2026-01-12T15:09:26Z"),
    ];

    private static readonly PartnerCentralSolution[] Sandbox =
    [
        new("S-1234567", "Sandbox Solution", "Software Product", "Active", "2024-11-14T00:00:00Z"),
        new("S-1234568", "Sandbox Consulting Service", "Consulting Service", "Active", "2024-11-14T00:00:00Z"),
    ];

    /// <summary>An estimate that somebody made with AWS's pricing calculator, and its amount a month.</summary>
    public static KeyValuePair<string, string> Estimate { get; } = new("https://calculator.aws/#/estimate?id=5b3a1f0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a", "8250.00");

    public PartnerCentralPerson AllianceLead { get; } = new("Nikki", "Wolf", "nikki.wolf@example.com");

    /// <summary>Active users with rights to opportunities: only they can own one.</summary>
    public IReadOnlyList<PartnerCentralPerson> Users { get; } =
    [
        new("Nikki", "Wolf", "nikki.wolf@example.com"),
        new("Martha", "Rivera", "martha.rivera@example.com"),
        new("Mateo", "Jackson", "mateo.jackson@example.com"),
        new("Saanvi", "Sarkar", "saanvi.sarkar@example.com"),
        new("Li", "Juan", "li.juan@example.com"),
    ];

    public PartnerCentralPerson PartnerDevelopmentManager { get; } = new("Paulo", "Santos", "psantos@example.net");

    /// <summary>Solutions by catalog; the sandbox has its own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PartnerCentralSolution>> Solutions { get; } =
        new Dictionary<string, IReadOnlyList<PartnerCentralSolution>> { ["AWS"] = Production, ["Sandbox"] = Sandbox };

    /// <summary>AWS's people on an opportunity; in the sandbox there is only the partner development manager.</summary>
    public JsonArray AwsTeam(string catalog)
    {
        var team = new JsonArray(PartnerDevelopmentManager.ToAwsTeamMember("PDM"));
        if (catalog == "Sandbox") return team;
        team.Add(new PartnerCentralPerson("Jane", "Roe", "janeroe@example.net").ToAwsTeamMember("AWSSalesRep"));
        team.Add(new PartnerCentralPerson("Richard", "Stiles", "rstiles@example.net").ToAwsTeamMember("AWSAccountOwner"));
        team.Add(new PartnerCentralPerson("Ana Carolina", "Silva", "acsilva@example.net").ToAwsTeamMember("PSM"));
        team.Add(new PartnerCentralPerson("Kwaku", "Mensah", "kmensah@example.net").ToAwsTeamMember("ISVSM"));
        return team;
    }
}
