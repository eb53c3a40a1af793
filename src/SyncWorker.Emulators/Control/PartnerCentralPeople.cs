using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral;

namespace SyncWorker.Emulators.Control;

/// <summary>People at work in Partner Central: the partner's colleagues, AWS's reviewers and sellers.</summary>
internal sealed class PartnerCentralPeople(PartnerCentralEmulator partnerCentral)
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
        ("GET", [_, "invitations"]) => ControlAnswer.Ok(partnerCentral.Invitations()),
        ("POST", [_, "invitations"]) => Refer(request),
        _ => null,
    };

    // New ones first: what a deal cannot be without may be replaced in one go.
    private void Associate(string id, ControlRequest request)
    {
        foreach (var (type, entity) in Entities(request, "associate")) partnerCentral.Associate(id, type, entity);
        foreach (var (type, entity) in Entities(request, "disassociate")) partnerCentral.Disassociate(id, type, entity);
    }

    private ControlAnswer Refer(ControlRequest request)
    {
        var invitation = partnerCentral.Refer(request.Body());
        var opportunity = partnerCentral.Invitations().First(i => i!["invitation"]!["Id"]!.GetValue<string>() == invitation)!["opportunityId"]!.GetValue<string>();
        return ControlAnswer.Created(new JsonObject { ["invitationId"] = invitation, ["opportunityId"] = opportunity });
    }

    private ControlAnswer On(string id, Action act)
    {
        Known(id);
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
