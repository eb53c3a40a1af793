using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral;

namespace SyncWorker.Emulators.Control;

/// <summary>People at work in Partner Central: the partner's colleagues, AWS's reviewers and sellers.</summary>
internal sealed class PartnerCentralPeople(PartnerCentralEmulator partnerCentral, PartnerCentralSwitches switches)
{
    public ControlAnswer? Answer(ControlRequest request) => (request.Method, request.Path) switch
    {
        ("GET", [_, "opportunities"]) => ControlAnswer.Ok(partnerCentral.Opportunities()),
        ("POST", [_, "opportunities"]) => ControlAnswer.Created(new JsonObject { ["id"] = partnerCentral.Create(request.Body()) }),
        ("GET", [_, "opportunities", var id]) => ControlAnswer.Ok(Known(id)),
        ("PATCH", [_, "opportunities", var id]) => On(id, () => partnerCentral.Edit(id, request.Set())),
        ("POST", [_, "opportunities", var id, "review"]) =>
            On(id, () => partnerCentral.Review(id, request.Text("status"), request.OptionalText("comments"), request.OptionalText("reason"))),
        ("PATCH", [_, "opportunities", var id, "aws"]) => On(id, () => partnerCentral.EditAws(id, request.Set())),
        ("POST", [_, "opportunities", var id, "associations"]) => On(id, () => Associate(id, request)),
        ("POST", [_, "opportunities", var id, "submission"]) => On(id, () => partnerCentral.Submit(id, request.Text("involvementType"), request.OptionalText("visibility"))),
        ("POST", [_, "opportunities", var id, "team"]) => On(id, () => partnerCentral.Assign(id, request.Body())),
        ("GET", [_, "invitations"]) => ControlAnswer.Ok(partnerCentral.Invitations()),
        ("POST", [_, "invitations"]) => Refer(request),
        ("POST", [_, "invitations", var id, "acceptance"]) => Answer(id, () => partnerCentral.AcceptInvitation(id)),
        ("POST", [_, "invitations", var id, "rejection"]) => Answer(id, () => partnerCentral.RejectInvitation(id, request.Text("reason"))),
        ("POST", [_, "leads"]) => ControlAnswer.Created(new JsonObject { ["invitationId"] = partnerCentral.ReferLead(request.Body()) }),
        ("POST", [_, "estimates"]) => Do(() => partnerCentral.SaveEstimate(request.Text("url"), request.Text("amount"))),
        ("POST", [_, "task-failures"]) => Do(() => partnerCentral.FailNextTask(request.Text("reasonCode"), request.OptionalText("message") ?? "The task failed.")),
        ("GET", [_, "switches"]) => ControlAnswer.Ok(switches.Read()),
        ("PATCH", [_, "switches"]) => Do(() => switches.Set(request.Body())),
        _ => null,
    };

    // New ones first: what a deal cannot be without may be replaced in one go.
    private void Associate(string id, ControlRequest request)
    {
        foreach (var (type, entity) in Entities(request, "associate")) partnerCentral.Associate(id, type, entity);
        foreach (var (type, entity) in Entities(request, "disassociate")) partnerCentral.Disassociate(id, type, entity);
    }

    private ControlAnswer Answer(string id, Action act) => Invitation(id) is null ? throw ControlException.NotFound($"invitation {id}") : Do(act);

    private JsonNode? Invitation(string id) => partnerCentral.Invitations().FirstOrDefault(i => i!["invitation"]!["Id"]!.GetValue<string>() == id);

    private ControlAnswer Refer(ControlRequest request)
    {
        var invitation = partnerCentral.Refer(request.Body());
        return ControlAnswer.Created(new JsonObject { ["invitationId"] = invitation, ["opportunityId"] = Invitation(invitation)!["opportunityId"]!.DeepClone() });
    }

    private ControlAnswer On(string id, Action act)
    {
        Known(id);
        return Do(act);
    }

    private static ControlAnswer Do(Action act)
    {
        act();
        return ControlAnswer.Done;
    }

    private JsonObject Known(string id) => partnerCentral.Opportunity(id) ?? throw ControlException.NotFound($"opportunity {id}");

    private static List<(string Type, string Id)> Entities(ControlRequest request, string member) => request.Body()[member] switch
    {
        null => [],
        JsonArray items => [.. items.Select(Entity)],
        _ => throw Malformed(),
    };

    private static (string Type, string Id) Entity(JsonNode? item) =>
        item is JsonObject entity && Text(entity["type"]) is { } type && Text(entity["id"]) is { } id ? (type, id) : throw Malformed();

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static ControlException Malformed() => new(400, "INVALID_MEMBER", "\"associate\" and \"disassociate\" are lists of {\"type\", \"id\"}.");
}
