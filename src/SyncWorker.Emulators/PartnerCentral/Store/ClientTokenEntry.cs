using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Store;

/// <summary>A client token that was used: with which request, and how to answer when the request comes again.</summary>
internal sealed record ClientTokenEntry(JsonObject Request, Func<JsonObject> Answer, DateTimeOffset Used);
