using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Store;
using SyncWorker.Emulators.PartnerCentral.Wire;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>GetResourceSnapshot and ListResourceSnapshots: what the members of an engagement showed each other.</summary>
internal sealed class SnapshotOperations(PartnerCentralState state)
{
    private const int PageSizeDefault = 20;
    private readonly EngagementOperations _engagements = new(state);

    public JsonObject Get(JsonObject request)
    {
        var engagement = _engagements.Engagement(request, request.Text("EngagementIdentifier")!);
        var resource = request.Text("ResourceIdentifier")!;
        var template = request.Text("ResourceSnapshotTemplateIdentifier")!;
        var wanted = request.Number("Revision");
        var snapshot = engagement.Snapshots.LastOrDefault(s => s.ResourceId == resource && s.Template == template && (wanted is null || s.Revision == wanted))
            ?? throw SellingException.NotFound(resource);
        var response = Summary(engagement, snapshot);
        response["Catalog"] = engagement.Catalog;
        response["CreatedAt"] = Stamp.Nanoseconds(snapshot.Created, engagement.Sequence);
        response["EngagementId"] = engagement.Id;
        response["Payload"] = new JsonObject { [snapshot.Template] = JsonNode.Parse(snapshot.View) };
        response["TargetMemberAccounts"] = new[] { state.Options.AccountId, EngagementMember.AwsAccount }.ToJsonArray();
        return response;
    }

    public JsonObject List(JsonObject request)
    {
        var engagement = _engagements.Engagement(request, request.Text("EngagementIdentifier")!);
        var found = engagement.Snapshots.Where(s =>
            Filter.Admits(request, "ResourceIdentifier", s.ResourceId)
            && Filter.Admits(request, "ResourceSnapshotTemplateIdentifier", s.Template)
            && Filter.Admits(request, "CreatedBy", s.CreatedBy));
        return Paging.Cut(
            request,
            "ResourceSnapshotSummaries",
            PageSizeDefault,
            found,
            s => new PageKey(s.Revision.ToString("D9", CultureInfo.InvariantCulture), $"{s.ResourceId} {s.Template}"),
            s => Summary(engagement, s));
    }

    private JsonObject Summary(EngagementRecord engagement, SnapshotRecord snapshot) => new()
    {
        ["Arn"] = state.Arn(
            engagement.Catalog, "engagement", $"{engagement.Id}/resource/Opportunity/{snapshot.ResourceId}/template/{snapshot.Template}/resource-snapshot/{snapshot.Revision}"),
        ["Revision"] = snapshot.Revision,
        ["ResourceType"] = "Opportunity",
        ["ResourceId"] = snapshot.ResourceId,
        ["ResourceSnapshotTemplateName"] = snapshot.Template,
        ["CreatedBy"] = snapshot.CreatedBy,
    };
}
