using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>AssociateOpportunity, DisassociateOpportunity and AssignOpportunity: each answers with an empty body.</summary>
internal sealed class RelationOperations(PartnerCentralState state)
{
    public JsonObject? Associate(JsonObject request)
    {
        new Associating(state).Associate(Opportunity(request, "OpportunityIdentifier"), request.Text("RelatedEntityType")!, request.Text("RelatedEntityIdentifier")!);
        return null;
    }

    public JsonObject? Disassociate(JsonObject request)
    {
        new Associating(state).Disassociate(Opportunity(request, "OpportunityIdentifier"), request.Text("RelatedEntityType")!, request.Text("RelatedEntityIdentifier")!);
        return null;
    }

    public JsonObject? Assign(JsonObject request)
    {
        new Assigning(state).Assign(Opportunity(request, "Identifier"), request["Assignee"]!.AsObject());
        return null;
    }

    private OpportunityRecord Opportunity(JsonObject request, string member) => state.Catalog(request).Opportunity(request.Text(member)!);
}
