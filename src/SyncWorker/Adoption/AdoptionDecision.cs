using System.Collections.Immutable;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Adoption;

/// <summary>What a person decided about an opportunity that was adopted, as the journal keeps it: a file that is applied again is held against it.</summary>
/// <param name="SalesforceId">The Opportunity that was named, by its id of 18 characters; null where none was.</param>
/// <param name="Send">The labels of the rows whose value in Salesforce was to go to AWS.</param>
internal sealed record AdoptionDecision(string? SalesforceId, ImmutableArray<string> Send)
{
    /// <summary>The units of the rows.</summary>
    public HashSet<string> Units(FieldMap map) => [.. Send.Select(map.Find).OfType<Row>().Select(r => r.Unit)];
}
