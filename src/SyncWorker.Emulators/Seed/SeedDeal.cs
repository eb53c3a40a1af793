using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Seed;

/// <summary>One deal of the sample data: the customer, whom the seller talks to, and what is being sold.</summary>
internal sealed record SeedDeal(JsonObject Account, JsonObject Contact, string Role, JsonObject Opportunity, int DaysToClose);
