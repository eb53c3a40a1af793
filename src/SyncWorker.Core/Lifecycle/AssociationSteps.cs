using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Lifecycle;

/// <summary>
/// The difference between what is wanted and what is associated, one entity a step, as AWS takes it. New ones go before the update that may need them and old ones after it; only where AWS has
/// no room for a new one does an old one go first. The last solution that AWS needs is never taken away.
/// </summary>
internal sealed class AssociationSteps
{
    // Any of them is the solution that AWS wants.
    private static readonly ImmutableArray<string> Offerings = ["Solutions", "AwsMarketplaceSolutions", "AwsMarketplaceProducts"];

    private readonly PlanDraft _draft;
    private readonly bool _needsOffering;
    private readonly ImmutableArray<Step>.Builder _before = ImmutableArray.CreateBuilder<Step>();
    private readonly ImmutableArray<Step>.Builder _after = ImmutableArray.CreateBuilder<Step>();
    private int _offerings;

    private AssociationSteps(PlanDraft draft, Standing standing, Facts facts, Snapshot partnerCentral)
    {
        _draft = draft;
        _needsOffering = standing.ReviewStatus != ReviewStatus.PendingSubmission || facts[Labels.SaleStage] is Stage.Committed or Stage.Launched;
        var related = partnerCentral.Documents.GetValueOrDefault(nameof(PathRoot.Opportunity))?["RelatedEntityIdentifiers"];
        _offerings = Offerings.Sum(type => (related?[type] as JsonArray)?.Count ?? 0);
    }

    /// <returns>What goes before the update, and what after it.</returns>
    public static (ImmutableArray<Step> Before, ImmutableArray<Step> After) Of(PlanDraft draft, Standing standing, Facts facts, Snapshot partnerCentral, IEnumerable<Change> changes)
    {
        var steps = new AssociationSteps(draft, standing, facts, partnerCentral);
        foreach (var change in changes.Where(c => !AssociationLimits.IsExceeded(draft.Map[c.Row], draft.Map, facts))) steps.Add(change);
        return (steps._before.ToImmutable(), steps._after.ToImmutable());
    }

    private void Add(Change change)
    {
        var type = _draft.Map[change.Row].Write!.Member;
        HashSet<string> wanted = SetMerge.Elements(change.Value), present = SetMerge.Elements(change.Was);
        var news = Steps(StepKind.Associate, type, wanted.Except(present).Where(e => AssociationLimits.Fits(type, e)), change);
        var gone = Steps(StepKind.Disassociate, type, present.Except(wanted), change);

        // What AWS refused as it is takes and makes no room; it stays in the plan as what is held.
        _before.AddRange(news[true].Concat(gone[true]));
        var olds = new Queue<Step>(gone[false]);
        var room = AssociationLimits.Most(type) - present.Count;
        foreach (var step in news[false])
        {
            if (room > 0) room--;
            else if (olds.Count > 0) Take(olds.Dequeue(), _before);
            else break;
            _before.Add(step);
            if (Offerings.Contains(type)) _offerings++;
        }

        while (olds.Count > 0) Take(olds.Dequeue(), _after);
    }

    private void Take(Step old, ImmutableArray<Step>.Builder steps)
    {
        if (Offerings.Contains(old.EntityType!))
        {
            if (_offerings <= 1 && _needsOffering)
            {
                _draft.Hold(old.Changes[0].Row, HoldKind.Missing, $"AWS wants a solution; {old.Entity} stays until another is there");
                return;
            }

            _offerings--;
        }

        steps.Add(old);
    }

    private ILookup<bool, Step> Steps(StepKind kind, string type, IEnumerable<string> entities, Change change) =>
        entities.Order(StringComparer.Ordinal).Select(e => new Step { Kind = kind, EntityType = type, Entity = e, Changes = [change] }).ToLookup(s => Refusals.WasRefused(_draft.Next, s));
}
