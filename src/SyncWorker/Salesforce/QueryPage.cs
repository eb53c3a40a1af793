using System.Text.Json.Nodes;

namespace SyncWorker.Salesforce;

/// <summary>One page of an answer to a query.</summary>
/// <param name="Records">The page's records.</param>
/// <param name="IsLast">Whether Salesforce says that there are no more.</param>
/// <param name="Date">Salesforce's clock.</param>
internal sealed record QueryPage(IReadOnlyList<JsonObject> Records, bool IsLast, DateTimeOffset Date);
