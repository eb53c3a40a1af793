using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Rules;
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
        var record = Opportunity(request, "Identifier");
        var problems = new Problems();
        if (!Editability.AllowsAssociations(record))
        {
            problems.Add(
                "Identifier", $"Opportunity {record.Id} cannot be assigned in review status '{record.Status}' and stage '{record.Stage}'.", ProblemCode.ActionNotPermitted);
        }

        var member = TeamRules.Member(request["Assignee"]!.AsObject(), state.Seed, "Assignee", problems);
        problems.ThrowIfAny();

        // There is one of each title: the new one takes the old one's place.
        var at = record.Team.FindIndex(m => m.Text("BusinessTitle") == member.Text("BusinessTitle"));
        if (at >= 0) record.Team[at] = member!;
        else record.Team.Add(member!);
        record.Touch(state.Now);
        return null;
    }

    private OpportunityRecord Opportunity(JsonObject request, string member) => state.Catalog(request).Opportunity(request.Text(member)!);
}
