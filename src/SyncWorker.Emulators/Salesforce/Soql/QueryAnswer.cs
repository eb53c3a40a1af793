using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Salesforce.Soql;

/// <summary>What a query found. COUNT() has a total and no records.</summary>
internal sealed record QueryAnswer(int TotalSize, IReadOnlyList<JsonObject> Records);
