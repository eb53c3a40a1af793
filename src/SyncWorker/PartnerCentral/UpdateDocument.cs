using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.MemberPaths;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.PartnerCentral;

/// <summary>
/// The body of UpdateOpportunity, which replaces the whole record: what is left out becomes null at AWS. So it starts from the document last read, keeps every member, and overlays the
/// changes. Review Status and locked members are echoed as they are.
/// </summary>
internal static class UpdateDocument
{
    // Get returns these, and Update has no such members.
    private static readonly string[] ReadOnly = ["Id", "Arn", "CreatedDate", "OpportunityTeam", "RelatedEntityIdentifiers", "Catalog"];

    public static JsonObject Of(JsonObject opportunity, IEnumerable<Change> changes, FieldMap map)
    {
        var document = (JsonObject)opportunity.DeepClone();
        document["Identifier"] = opportunity["Id"]?.DeepClone();
        foreach (var member in ReadOnly) document.Remove(member);
        (document["LifeCycle"] as JsonObject)?.Remove("NextStepsHistory");
        foreach (var change in changes) MemberWriter.Write(document, map[change.Row].Write!, JsonNode.Parse(change.Writes[0].Value));
        ClearWithoutMarketing(document);
        return document;
    }

    /// <summary>With Marketing Source None, AWS refuses the update unless these are null.</summary>
    private static void ClearWithoutMarketing(JsonObject document)
    {
        if (document["Marketing"] is not JsonObject marketing || marketing["Source"]?.GetValue<string>() != "None") return;
        foreach (var member in (string[])["CampaignName", "UseCases", "Channels", "AwsFundingUsed"]) marketing[member] = null;
    }
}
