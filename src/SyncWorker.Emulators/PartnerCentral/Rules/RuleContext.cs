using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Model;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>What the business rules look at besides the document: the day, the account, and the record as it was.</summary>
internal sealed record RuleContext(PartnerCentralState State, CatalogData Data, OpportunityRecord? Existing)
{
    public JsonObject? Before => Existing?.Document;

    public static bool IsAllowed(string list, string value) => SellingModel.Current.Values(list).Contains(value);
}
