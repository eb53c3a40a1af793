using System.Text.Json.Nodes;

namespace SyncWorker.Auditing;

/// <summary>What the lists of both sides tell of the links.</summary>
/// <param name="Links">How many links there are.</param>
/// <param name="Records">How many co-sell records were listed.</param>
/// <param name="Opportunities">How many opportunities AWS listed.</param>
/// <param name="Suspects">The links that do not stand as they were accounted for, or of which the lists cannot tell.</param>
/// <param name="RecordsWithoutLink">Co-sell records that no link knows.</param>
/// <param name="OpportunitiesWithoutLink">AWS's summaries of opportunities that no link knows.</param>
internal sealed record Listing(int Links, int Records, int Opportunities, IReadOnlyList<string> Suspects, IReadOnlyList<string> RecordsWithoutLink, IReadOnlyList<JsonObject> OpportunitiesWithoutLink);
