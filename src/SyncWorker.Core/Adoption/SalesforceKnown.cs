using System.Collections.Immutable;

namespace SyncWorker.Core.Adoption;

/// <summary>What Salesforce knows of the opportunities at AWS.</summary>
/// <param name="Holders">The records that may hold AWS's number, those without one too.</param>
/// <param name="Opportunities">Of the identifiers at AWS, those that are Opportunities, by ids of 18 characters.</param>
/// <param name="Candidates">Opportunities that may be the deal of one that nothing else leads to.</param>
/// <param name="Pasted">The co-sell records without a link to AWS that have a number, by the number.</param>
/// <param name="Linked">The Opportunities whose deal is linked already, with AWS's number, or the co-sell record's id where there is none.</param>
public sealed record SalesforceKnown(
    ImmutableArray<NumberHolder> Holders, ImmutableHashSet<string> Opportunities, ImmutableArray<Candidate> Candidates, ImmutableDictionary<string, string[]> Pasted, ImmutableDictionary<string, string> Linked);
