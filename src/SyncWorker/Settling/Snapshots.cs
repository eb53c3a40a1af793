using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Mapping.Decoding;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Settling;

/// <summary>Both sides of one deal, decoded through the map. Each side's reading depends on a little of the other.</summary>
internal sealed record Snapshots(Snapshot? Salesforce, Snapshot PartnerCentral)
{
    public static Snapshots Decode(FieldMap map, Link link, SideRecord? salesforce, SideRecord? partnerCentral, Uri org, SolutionCatalogue solutions, DateTimeOffset now)
    {
        var documents = partnerCentral?.Documents ?? [];
        var status = documents.GetValueOrDefault(PathRoot.Opportunity)?["LifeCycle"]?["ReviewStatus"]?.GetValue<string>();

        // Rows that follow until AWS approves: a referral is born approved, and what AWS rejected is final too.
        var isLocked = link.IsReferral || status is ReviewStatus.Approved or ReviewStatus.Rejected;
        var ours = salesforce?.Record is { } record ? SalesforceDecoder.Decode(map, record, salesforce.ReadAt, isLocked, solutions) : null;
        var theirs = PartnerCentralDecoder.Decode(map, documents.SetItem(PathRoot.Worker, Known(link, ours?.MappedObjectId ?? link.MappedObjectId, map.IsStandard ? map.RecordType : "Opportunity", org)), partnerCentral?.ReadAt ?? now, solutions);
        return new Snapshots(
            ours is null ? null : ours with { Age = now - salesforce!.Ours },
            partnerCentral is null ? theirs : theirs with { Age = now - partnerCentral.Ours });
    }

    /// <summary>What the worker itself knows of the link: the rows that AWS has no member for.</summary>
    private static JsonObject Known(Link link, string? mappedObjectId, string type, Uri org) => new()
    {
        ["LinkId"] = link.Id,
        ["MappedObjectUrl"] = mappedObjectId is null ? null : new Uri(org, $"/lightning/r/{type}/{mappedObjectId}/view").ToString(),
        ["MappedObjectType"] = mappedObjectId is null ? null : type,
        ["Origin"] = link.IsReferral ? "AWS Referral" : "Partner Referral",
        ["SubmittedAt"] = link.SubmittedAt,
    };
}
