using System.Text.Json.Nodes;

namespace SyncWorker.Salesforce;

/// <summary>A record as read back in the same composite as the write.</summary>
internal sealed record Landed(JsonObject Record, DateTimeOffset Date);
