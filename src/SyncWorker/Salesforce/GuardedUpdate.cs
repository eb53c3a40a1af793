using System.Text.Json.Nodes;

namespace SyncWorker.Salesforce;

/// <summary>An update that Salesforce takes only while nobody has changed the record since it was read.</summary>
/// <param name="Record">The object's API name.</param>
/// <param name="Id">The record's id.</param>
/// <param name="Fields">The fields to write; a null clears.</param>
/// <param name="UnmodifiedSince">The Last Modified Date with which it was read; the guard's grain is one second.</param>
internal sealed record GuardedUpdate(string Record, string Id, JsonObject Fields, DateTimeOffset UnmodifiedSince);
