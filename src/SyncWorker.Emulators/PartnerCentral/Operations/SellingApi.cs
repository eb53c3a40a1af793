using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Model;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>The table of operations; a null answer is an empty body.</summary>
internal sealed class SellingApi
{
    private readonly PartnerCentralState _state;
    private readonly Dictionary<string, Func<JsonObject, JsonObject?>> _operations;

    public SellingApi(PartnerCentralState state)
    {
        _state = state;
        var opportunities = new OpportunityOperations(state);
        _operations = new()
        {
            ["CreateOpportunity"] = opportunities.Create,
            ["GetOpportunity"] = opportunities.Get,
            ["UpdateOpportunity"] = opportunities.Update,
            ["ListOpportunities"] = new OpportunityListing(state).List,
        };
    }

    public bool Knows(string operation) => _operations.ContainsKey(operation);

    public JsonObject? Answer(string operation, JsonObject request)
    {
        RequestValidator.Check(SellingModel.Current.Request(operation), request);
        _state.RunDueTasks();
        return _operations[operation](request);
    }
}
