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
        var relations = new RelationOperations(state);
        var tasks = new EngagementTasks(state);
        var invitations = new InvitationOperations(state);
        var engagements = new EngagementOperations(state);
        var snapshots = new SnapshotOperations(state);
        var tags = new TagOperations(state);
        var settings = new SettingsOperations(state);
        _operations = new()
        {
            ["CreateOpportunity"] = opportunities.Create,
            ["GetOpportunity"] = opportunities.Get,
            ["UpdateOpportunity"] = opportunities.Update,
            ["ListOpportunities"] = new OpportunityListing(state).List,
            ["AssociateOpportunity"] = relations.Associate,
            ["DisassociateOpportunity"] = relations.Disassociate,
            ["AssignOpportunity"] = relations.Assign,
            ["SubmitOpportunity"] = opportunities.Submit,
            ["GetAwsOpportunitySummary"] = opportunities.AwsSummary,
            ["StartEngagementFromOpportunityTask"] = tasks.StartFromOpportunity,
            ["ListEngagementFromOpportunityTasks"] = tasks.ListFromOpportunity,
            ["StartEngagementByAcceptingInvitationTask"] = tasks.StartByAccepting,
            ["ListEngagementByAcceptingInvitationTasks"] = tasks.ListByAccepting,
            ["ListEngagementInvitations"] = invitations.List,
            ["GetEngagementInvitation"] = invitations.Get,
            ["AcceptEngagementInvitation"] = invitations.Accept,
            ["RejectEngagementInvitation"] = invitations.Reject,
            ["ListSolutions"] = new SolutionListing(state).List,
            ["GetEngagement"] = engagements.Get,
            ["ListEngagements"] = engagements.List,
            ["ListEngagementMembers"] = engagements.Members,
            ["ListEngagementResourceAssociations"] = engagements.Associations,
            ["GetResourceSnapshot"] = snapshots.Get,
            ["ListResourceSnapshots"] = snapshots.List,
            ["ListTagsForResource"] = tags.List,
            ["TagResource"] = tags.Tag,
            ["UntagResource"] = tags.Untag,
            ["GetSellingSystemSettings"] = settings.Get,
            ["PutSellingSystemSettings"] = settings.Put,
        };
    }

    public bool Knows(string operation) => _operations.ContainsKey(operation);

    public JsonObject? Answer(string operation, JsonObject request)
    {
        RequestValidator.Check(SellingModel.Current.Request(operation), request);
        _state.RunDueTasks();
        var answer = _operations[operation](request);
        return SellingModel.Current.Response(operation) is { } shape ? SellingModel.Complete(shape, answer)!.AsObject() : null;
    }
}
