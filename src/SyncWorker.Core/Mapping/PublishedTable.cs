using System.Collections.Immutable;

namespace SyncWorker.Core.Mapping;

/// <summary>The published table "AWS Co-Sell Opportunities Field Description" (24 October 2024): its field rows in their order, under its section headings.</summary>
public static class PublishedTable
{
    private const string Table = """
        []
        APN CRM Unique Identifier
        Opportunity Ownership
        AWS Marketplace Engagement Score
        Sale Stage
        AWS Stage
        Industry
        Target Close Date
        Status
        Cloud Created Date
        Last Modified Date
        Rejection Reason
        [Mapped Object]
        Mapped Object
        Mapped Object Type
        Mapped Object Id
        Clazar Id
        [Customer Details]
        Customer Company Name
        Customer Email
        Customer First Name
        Customer Last Name
        Customer Website
        Customer Phone
        Country
        State
        Postal Code
        [AWS Contact]
        AWS Sales Rep
        AWS Account Owner
        AWS ISV Success Manager
        AWS Partner Success Manager
        [Partner Detail]
        Partner Developer Manager Email
        Partner Developer Manager Name
        Primary Contact First Name
        Primary Contact Last Name
        Primary Contact Email
        Primary Contact Phone
        Partner Primary Need From AWS
        Partner Primary Need From AWS Other
        [Project Details]
        Partner Project Title
        Is Marketing Development Funded
        Opportunity Type
        Is Opp From Marketing Activity
        Project Description
        Use Case
        Expected Monthly AWS Revenue
        Is Action Required
        Is Net New Business For Company
        Solution Offered
        Other Solution Offered
        Accept By
        Closed Lost Reason
        Sales Activities
        Next Step
        Delivery Model
        AWS Products
        APN Programs
        [SaaS Details]
        Contract Start Date
        Contract End Date
        Customer Software Value
        Procurement Type
        """;

    /// <summary>The 58 rows: section heading (empty for the first ones) and label.</summary>
    public static ImmutableArray<(string Section, string Label)> Rows { get; } = [.. Read()];

    /// <summary>The 58 labels.</summary>
    public static ImmutableArray<string> Labels { get; } = [.. Rows.Select(r => r.Label)];

    /// <summary>The six section headings.</summary>
    public static ImmutableArray<string> Sections { get; } = [.. Rows.Select(r => r.Section).Where(s => s.Length > 0).Distinct()];

    private static IEnumerable<(string Section, string Label)> Read()
    {
        var section = "";
        foreach (var line in Table.Split('\n'))
        {
            if (line.StartsWith('['))
                section = line[1..^1];
            else
                yield return (section, line);
        }
    }
}
