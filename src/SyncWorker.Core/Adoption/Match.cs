namespace SyncWorker.Core.Adoption;

/// <summary>What was found in Salesforce for an opportunity at AWS.</summary>
/// <param name="Aws">The opportunity at AWS.</param>
/// <param name="Kind">By what.</param>
/// <param name="SalesforceId">The Opportunity, or the co-sell record that has the number; null where none was found, or several.</param>
/// <param name="Reason">Why, in words for a person.</param>
public sealed record Match(AwsOpportunity Aws, MatchKind Kind, string? SalesforceId, string Reason)
{
    /// <summary>Why it could not be read at AWS, so that its title is not known; null where it was, or did not have to be.</summary>
    public string? Unread { get; init; }

    /// <summary>Whether it needs no person's word.</summary>
    public bool IsCertain => Kind is MatchKind.Number or MatchKind.Identifier or MatchKind.Pasted;

    /// <summary>Whether its title is worth reading: nothing leads to it, and an Opportunity has the same website and close date.</summary>
    public bool MayBeProposed(SalesforceKnown known) => Kind == MatchKind.None && Aws is { Website: not null, CloseDate: not null } && known.Candidates.Any(c => c.Website == Aws.Website && c.CloseDate == Aws.CloseDate);
}
