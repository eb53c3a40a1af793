using System.Text.Json.Nodes;

namespace SyncWorker.Salesforce;

/// <summary>The whole answer to a query.</summary>
/// <param name="Records">The records of all pages.</param>
/// <param name="Date">Salesforce's clock.</param>
internal sealed record QueryAnswer(IReadOnlyList<JsonObject> Records, DateTimeOffset Date);
