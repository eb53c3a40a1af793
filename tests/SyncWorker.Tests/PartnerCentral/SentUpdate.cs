using System.Text.Json.Nodes;

namespace SyncWorker.Tests.PartnerCentral;

/// <summary>An update that the worker made of a document that AWS gave.</summary>
/// <param name="Given">The document as AWS gave it.</param>
/// <param name="Edited">The rows that a seller edited.</param>
/// <param name="Cleared">The rows that the update clears.</param>
/// <param name="Body">What is sent; null where nothing is.</param>
internal sealed record SentUpdate(JsonObject Given, IReadOnlyList<string> Edited, IReadOnlyList<string> Cleared, JsonObject? Body);
