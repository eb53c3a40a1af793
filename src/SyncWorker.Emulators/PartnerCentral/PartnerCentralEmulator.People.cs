using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Model;
using SyncWorker.Emulators.PartnerCentral.Operations;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral;

// What people do in Partner Central, beside the API: the colleagues of the partner, and whoever looks on.
public sealed partial class PartnerCentralEmulator
{
    /// <summary>All opportunities that the partner can see: its copy, AWS's summary or null, and the catalog.</summary>
    public JsonArray Opportunities() => Look(state =>
        new JsonArray([.. state.Catalogs.Values.SelectMany(c => c.Opportunities.Values).Where(o => !o.AtAwsOnly).Select(o => Seen(o, state))]));

    /// <summary>One opportunity as in <see cref="Opportunities"/>, or null when the partner cannot see it.</summary>
    /// <param name="id">The opportunity's identifier.</param>
    public JsonObject? Opportunity(string id) => Look(state => state.Find(id) is { } record ? Seen(record, state) : null);

    /// <summary>All invitations, received and sent: as GetEngagementInvitation shows them, with the opportunity each stands for.</summary>
    public JsonArray Invitations() => Look(state => new JsonArray([.. state.Catalogs.Values.SelectMany(c => c.Invitations).Select(i => (JsonNode)new JsonObject
    {
        ["invitation"] = new InvitationOperations(state).Full(i),
        ["opportunityId"] = i.OpportunityId,
        ["participantType"] = i.Received ? "RECEIVER" : "SENDER",
        ["catalog"] = i.Catalog,
    })]));

    /// <summary>A colleague edits the opportunity in Partner Central.</summary>
    /// <param name="id">The opportunity's identifier.</param>
    /// <param name="set">Values by path, such as <c>LifeCycle.Stage</c> or <c>Project.ExpectedCustomerSpend[0].Amount</c>.</param>
    /// <exception cref="PersonRefusedException">Partner Central does not allow it.</exception>
    public void Edit(string id, IReadOnlyDictionary<string, JsonNode?> set) => Do(state => new Colleagues(state).Edit(Known(state, id), set));

    /// <summary>A colleague creates an opportunity in Partner Central and leaves it as a draft.</summary>
    /// <param name="opportunity">Members of CreateOpportunity; the catalog is AWS unless it says otherwise.</param>
    /// <returns>The identifier of the new opportunity.</returns>
    /// <exception cref="PersonRefusedException">Partner Central does not allow it.</exception>
    public string Create(JsonObject opportunity)
    {
        ArgumentNullException.ThrowIfNull(opportunity);
        return Look(state => new Colleagues(state).Create(opportunity));
    }

    /// <summary>A colleague associates something with the opportunity.</summary>
    /// <param name="id">The opportunity's identifier.</param>
    /// <param name="type">The related entity's type, such as <c>Solutions</c>.</param>
    /// <param name="entity">The related entity's identifier.</param>
    /// <exception cref="PersonRefusedException">Partner Central does not allow it.</exception>
    public void Associate(string id, string type, string entity) => Do(state => new Associating(state).Associate(Known(state, id), KnownType(type), entity));

    /// <summary>A colleague takes something off the opportunity.</summary>
    /// <param name="id">The opportunity's identifier.</param>
    /// <param name="type">The related entity's type, such as <c>Solutions</c>.</param>
    /// <param name="entity">The related entity's identifier.</param>
    /// <exception cref="PersonRefusedException">Partner Central does not allow it.</exception>
    public void Disassociate(string id, string type, string entity) => Do(state => new Associating(state).Disassociate(Known(state, id), KnownType(type), entity));

    /// <summary>A colleague submits the opportunity in Partner Central.</summary>
    /// <param name="id">The opportunity's identifier.</param>
    /// <param name="involvement">Co-Sell or For Visibility Only.</param>
    /// <param name="visibility">Full or Limited, or null for full.</param>
    /// <exception cref="PersonRefusedException">Partner Central does not allow it.</exception>
    public void Submit(string id, string involvement, string? visibility = null) => Do(state =>
    {
        var request = new JsonObject { ["Catalog"] = Known(state, id).Catalog, ["Identifier"] = id, ["InvolvementType"] = involvement, ["Visibility"] = visibility };
        RequestValidator.Check(SellingModel.Current.Request("SubmitOpportunity"), request);
        new Submission(state).Submit(Known(state, id), involvement, visibility);
    });

    /// <summary>A colleague gives the opportunity another owner or partner contact.</summary>
    /// <param name="id">The opportunity's identifier.</param>
    /// <param name="assignee">Members of AssignOpportunity's assignee.</param>
    /// <exception cref="PersonRefusedException">Partner Central does not allow it.</exception>
    public void Assign(string id, JsonObject assignee) => Do(state =>
    {
        RequestValidator.Check(SellingModel.Current.Structure("AssigneeContact"), assignee);
        new Assigning(state).Assign(Known(state, id), assignee);
    });

    /// <summary>A colleague accepts an invitation in Partner Central; an opportunity then becomes the partner's.</summary>
    /// <param name="id">The invitation's identifier.</param>
    /// <exception cref="PersonRefusedException">It cannot be answered any more.</exception>
    public void AcceptInvitation(string id) => Do(state =>
    {
        var invitation = KnownInvitation(state, id);
        var answers = new InvitationAnswers(state);
        answers.Accept(invitation);
        if (invitation.OpportunityId is not null) answers.TakeOver(invitation);
    });

    /// <summary>A colleague rejects an invitation in Partner Central.</summary>
    /// <param name="id">The invitation's identifier.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="PersonRefusedException">It cannot be answered any more.</exception>
    public void RejectInvitation(string id, string reason) => Do(state => new InvitationAnswers(state).Reject(KnownInvitation(state, id), reason));

    private static InvitationRecord KnownInvitation(PartnerCentralState state, string id) =>
        state.Catalogs.Values.SelectMany(c => c.Invitations).FirstOrDefault(i => i.Id == id) ?? throw SellingException.NotFound(id);

    private static OpportunityRecord Known(PartnerCentralState state, string id) => state.Find(id) ?? throw SellingException.NotFound(id);

    private static string KnownType(string type) => RelatedEntities.IsType(type)
        ? type
        : throw new PersonRefusedException(ProblemCode.InvalidEnumValue, $"'{type}' is no type of related entity.");

    private static JsonObject Seen(OpportunityRecord record, PartnerCentralState state) => new()
    {
        ["opportunity"] = OpportunityRendering.Full(record, state),
        ["awsSummary"] = AwsSummary.Render(record),
        ["catalog"] = record.Catalog,
    };

    private void Do(Action<PartnerCentralState> act) => Look<object?>(state =>
    {
        act(state);
        return null;
    });

    private T Look<T>(Func<PartnerCentralState, T> look)
    {
        lock (_gate)
        {
            try
            {
                _state.RunDueTasks();
                return look(_state);
            }
            catch (SellingException error)
            {
                var message = error.Problems.Count == 0 ? error.Message : string.Join("; ", error.Problems.Select(p => p.Message));
                throw new PersonRefusedException(error.Problems.Count == 0 ? error.Name : error.Problems[0].Code, message);
            }
        }
    }
}
