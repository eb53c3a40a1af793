using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Store;
using SyncWorker.Emulators.PartnerCentral.Wire;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>Shows engagements, to their members only.</summary>
internal sealed class EngagementOperations(PartnerCentralState state)
{
    private const int PageSizeDefault = 20;
    private const int MembersDefault = 10;

    public JsonObject Get(JsonObject request)
    {
        var engagement = Engagement(request, request.Text("Identifier")!);
        var response = Summary(engagement);
        response["Contexts"] = new JsonArray(new JsonObject
        {
            ["Id"] = "1",
            ["Type"] = engagement.ContextType,
            ["Payload"] = new JsonObject { [engagement.ContextType] = engagement.Context.DeepClone() },
        });
        return response;
    }

    public JsonObject List(JsonObject request)
    {
        var found = Mine(request).Where(e =>
            Filter.AdmitsIdentifier(request, "EngagementIdentifier", e.Id)
            && Filter.Admits(request, "CreatedBy", e.Creator.AccountId)
            && Filter.Admits(request, "ContextTypes", e.ContextType)
            && !request.Texts("ExcludeCreatedBy").Contains(e.Creator.AccountId)
            && !request.Texts("ExcludeContextTypes").Contains(e.ContextType));
        return Paging.Cut(request, "EngagementSummaryList", PageSizeDefault, found, e => new PageKey(Stamp.Nanoseconds(e.Created, e.Sequence), e.Id), Summary);
    }

    public JsonObject Members(JsonObject request)
    {
        var members = Engagement(request, request.Text("Identifier")!).Members;
        return Paging.Cut(request, "EngagementMemberList", MembersDefault, members, m => new PageKey(m.CompanyName, m.AccountId), m => new JsonObject
        {
            ["CompanyName"] = m.CompanyName,
            ["WebsiteUrl"] = m.WebsiteUrl,
            ["AccountId"] = m.AccountId,
        });
    }

    public JsonObject Associations(JsonObject request)
    {
        var found = Mine(request)
            .SelectMany(e => e.Snapshots.Select(s => (Engagement: e, s.ResourceId, s.CreatedBy)).Distinct())
            .Where(a => Filter.AdmitsIdentifier(request, "EngagementIdentifier", a.Engagement.Id)
                && Filter.Admits(request, "ResourceIdentifier", a.ResourceId)
                && Filter.Admits(request, "CreatedBy", a.CreatedBy));
        return Paging.Cut(
            request,
            "EngagementResourceAssociationSummaries",
            PageSizeDefault,
            found,
            a => new PageKey(Stamp.Nanoseconds(a.Engagement.Created, a.Engagement.Sequence), $"{a.ResourceId} {a.CreatedBy}"),
            a => new JsonObject
            {
                ["Catalog"] = a.Engagement.Catalog,
                ["EngagementId"] = a.Engagement.Id,
                ["ResourceType"] = "Opportunity",
                ["ResourceId"] = a.ResourceId,
                ["CreatedBy"] = a.CreatedBy,
            });
    }

    /// <summary>The engagement of that identifier or ARN; one that the partner is no member of does not exist for it.</summary>
    public EngagementRecord Engagement(JsonObject request, string identifier) =>
        Mine(request).FirstOrDefault(e => e.Id == identifier[(identifier.LastIndexOf('/') + 1)..]) ?? throw SellingException.NotFound(identifier);

    private IEnumerable<EngagementRecord> Mine(JsonObject request) => state.Catalog(request).Engagements.Where(e => e.Has(state.Options.AccountId));

    private JsonObject Summary(EngagementRecord engagement) => new()
    {
        ["Id"] = engagement.Id,
        ["Arn"] = state.SharedArn(engagement.Catalog, "engagement", engagement.Id),
        ["Title"] = engagement.Title,
        ["CreatedAt"] = Stamp.Nanoseconds(engagement.Created, engagement.Sequence),
        ["CreatedBy"] = engagement.Creator.AccountId,
        ["MemberCount"] = engagement.Members.Count,
        ["ModifiedAt"] = Stamp.Nanoseconds(engagement.Modified, engagement.Sequence),
        ["ModifiedBy"] = engagement.ModifiedBy,
        ["ContextTypes"] = new JsonArray(engagement.ContextType),
    };
}
