using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>What AWS would hold of each row if everything decided were sent.</summary>
internal static class FactsOf
{
    public static Facts Rows(PlanDraft draft, Standing standing, Snapshot salesforce, Snapshot partnerCentral)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        var unreadable = ImmutableDictionary.CreateBuilder<string, string>();
        var malformed = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var going = draft.Changes.Where(c => c.To == Side.PartnerCentral).ToDictionary(c => c.Row, c => c.Value);
        foreach (var row in draft.Map.Rows.Where(r => r.Flow != Flow.None))
        {
            var view = UnitRows.View(row, draft.Next, salesforce, partnerCentral, standing);
            var value = going.TryGetValue(row.Label, out var sent) ? sent
                : view.PartnerCentral.IsUnknown || Waits(draft, row.Label) ? (view.UnknownInSalesforce is null ? view.Ours : null) : view.Theirs;
            if (Refusals.WithoutRefused(draft.Next, row, value, view.Theirs) is { } held) values[row.Label] = held;
            if (view.UnknownInSalesforce is { } reading) unreadable[row.Label] = reading.Reason!;
            if (row.Write is { Root: not PathRoot.Invitation } && Conditions.AreMet(row, draft.Wanted) && view.CoSell is { IsUnknown: true, Wire: not null }) malformed.Add(KeyValuePair.Create(row.Label, view.CoSell.Reason!));
        }

        return new Facts(values.ToImmutable(), unreadable.ToImmutable(), standing.Today)
        {
            Malformed = malformed.ToImmutable(),
            Open = [.. draft.Map.Rows.Where(r => r.Flow != Flow.None && r.Write is not null && Editability.Of(r.Write!, standing) == MemberLock.Open).Select(r => r.Label)],
            Members = draft.Map.ByMember,
            AwsPartition = (string?)partnerCentral.Documents.GetValueOrDefault(nameof(PathRoot.Opportunity))?["Project"]?["AwsPartition"],
            AccountIdAtLaunched = draft.Policy.AccountIdAtLaunched,
        };
    }

    /// <summary>What waits for a review or a tick is what the seller means to send.</summary>
    private static bool Waits(PlanDraft draft, string label) => draft.Holds.Any(h => h.Row == label && h.Kind is HoldKind.UnderReview or HoldKind.ActionRequired);
}
