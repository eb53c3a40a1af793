using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.AwsFacts;
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

        // Values first: an element of a list that loses some members and gets others is never empty in between.
        foreach (var (path, value) in changes.Select(c => (map[c.Row].Write!, JsonNode.Parse(c.Writes[0].Value))).OrderBy(w => w.Item2 is null))
        {
            MemberWriter.Write(document, path, value);
            ClearBeside(document, path);
        }

        return document;
    }

    private static void ClearBeside(JsonObject document, MemberPath changed)
    {
        foreach (var member in TakenBeside.ClearedBy(changed, MemberReader.Read(document, changed).Node).Where(m => MemberReader.Read(document, m).Node is not null))
            MemberWriter.Write(document, member, null);
    }
}
