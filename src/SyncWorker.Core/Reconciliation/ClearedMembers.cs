using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.AwsFacts;
using SyncWorker.Core.Mapping.MemberPaths;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>What an update or an association clears at AWS beside what it carries: what Salesforce does not say too would be lost, and goes to the journal.</summary>
internal static class ClearedMembers
{
    public static void Lose(PlanDraft draft, Step step, Snapshot salesforce, Snapshot partnerCentral)
    {
        foreach (var member in Cleared(draft, step).Distinct().Where(m => step.Changes.All(c => draft.Map[c.Row].Write != m)))
        {
            if (draft.Map.Rows.FirstOrDefault(r => r.Flow != Flow.None && r.Write == member) is { } row) Lose(draft, row, salesforce, partnerCentral[row.Label]);
            else if (Held(partnerCentral, member) is { } value) draft.Lose(member.Member, Place.PartnerCentral, value, JournalCause.ClearedBeside, null);
        }
    }

    private static IEnumerable<MemberPath> Cleared(PlanDraft draft, Step step) => step.Kind switch
    {
        StepKind.UpdateOpportunity => step.Changes.SelectMany(c => TakenBeside.ClearedBy(draft.Map[c.Row].Write!, JsonNode.Parse(c.Writes[0].Value))),
        StepKind.Associate => TakenBeside.ClearedByAssociating(step.EntityType!),
        _ => [],
    };

    private static void Lose(PlanDraft draft, Row row, Snapshot salesforce, Reading theirs)
    {
        // Where no condition suspends the row, the blank that is left is taken for an edit, and goes to Salesforce.
        var isInSalesforce = !Conditions.AreMet(row, draft.Wanted) && (salesforce[row.Label].Canonical == theirs.Canonical || salesforce.Followed.GetValueOrDefault(row.Label)?.Canonical == theirs.Canonical);
        if (theirs.IsUnknown ? theirs.Wire is null : theirs.IsEmpty || isInSalesforce) return;
        draft.Lose(row, Place.PartnerCentral, theirs.IsUnknown ? theirs.Wire : theirs.Canonical, JournalCause.ClearedBeside, null);
    }

    /// <summary>What AWS holds in a member that no row maps, as JSON text.</summary>
    private static string? Held(Snapshot partnerCentral, MemberPath member) =>
        MemberReader.Read(partnerCentral.Documents[nameof(PathRoot.Opportunity)], member).Node is { } node and not JsonArray { Count: 0 } ? node.ToJsonString() : null;
}
