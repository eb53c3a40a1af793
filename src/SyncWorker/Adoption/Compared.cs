namespace SyncWorker.Adoption;

/// <summary>What came of comparing an opportunity at AWS with its Opportunity.</summary>
/// <param name="Rows">The rows that differ.</param>
/// <param name="Unread">Why the opportunity could not be read at AWS, in AWS's words; null where it was.</param>
internal sealed record Compared(IReadOnlyList<Difference> Rows, string? Unread)
{
    /// <summary>Of what AWS lists and then does not find.</summary>
    public const string NotFound = "Partner Central lists it, and GetOpportunity finds no such opportunity";

    /// <summary>What was not compared.</summary>
    public static Compared Nothing { get; } = new([], null);
}
