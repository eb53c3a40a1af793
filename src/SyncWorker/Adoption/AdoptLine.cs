namespace SyncWorker.Adoption;

/// <summary>A line of the file of day one: an opportunity at AWS, or one of the rows in which it differs from its Opportunity.</summary>
/// <param name="At">The line in the file, counted from 1.</param>
internal sealed record AdoptLine(int At)
{
    /// <summary>AWS's number.</summary>
    public string Aws { get; init; } = "";

    /// <summary>The Opportunity's id, or that of the co-sell record which has the number.</summary>
    public string SalesforceId { get; init; } = "";

    /// <summary>How the opportunity stands at AWS.</summary>
    public string Status { get; init; } = "";

    /// <summary>By what it was found.</summary>
    public string Match { get; init; } = "";

    /// <summary>Why, in words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The row that differs; empty on the opportunity's own line.</summary>
    public string Row { get; init; } = "";

    /// <summary>What Salesforce says of the row.</summary>
    public string InSalesforce { get; init; } = "";

    /// <summary>What AWS holds of the row.</summary>
    public string AtAws { get; init; } = "";

    /// <summary>Why the opportunity could not be read, as the reason says it too; null where it was, or where the line was read from a file.</summary>
    public string? Unread { get; init; }

    /// <summary>What a person decided.</summary>
    public string Decision { get; init; } = "";
}
