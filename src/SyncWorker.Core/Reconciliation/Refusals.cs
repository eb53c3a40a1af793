using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>What a side refused for certain is not sent again unchanged: it is held with the remote's own words, and the record's other changes still flow.</summary>
internal static class Refusals
{
    public static string Key(Side side, string row) => $"{side}:{row}";

    /// <summary>A step's identity. What the worker tells the seller may be taken where the rows beside it are not.</summary>
    public static string Key(Step step) => step is { Kind: StepKind.UpdateRecord, Changes.IsEmpty: true } ? "step:UpdateRecord:told:" : $"step:{step.Kind}:{step.EntityType}:{step.Entity}";

    /// <summary>A change's identity: the value that was refused.</summary>
    public static string Fingerprint(Change change) => change.Value ?? "(empty)";

    /// <summary>Holds the refused rows, with all that decides together with them, and forgets refusals of what is not wanted any more.</summary>
    public static void Apply(PlanDraft draft, DateTimeOffset now)
    {
        var kept = draft.Next.Refusals.Where(r => r.Key.StartsWith("step:", StringComparison.Ordinal)).ToImmutableDictionary();
        foreach (var change in draft.Changes.ToArray())
        {
            var key = Key(change.To, change.Row);
            if (draft.Next.Refusals.GetValueOrDefault(key) is not { } refusal || refusal.Fingerprint != Fingerprint(change)) continue;
            kept = kept.SetItem(key, refusal);
            if (!refusal.Stands(now)) continue;
            draft.Hold(change.Row, change.To == Side.Salesforce ? HoldKind.RefusedBySalesforce : HoldKind.Refused, refusal.Words);
            var unit = draft.Map[change.Row].Unit;
            draft.Changes.RemoveAll(c => c.To == change.To && draft.Map[c.Row].Unit == unit);
        }

        draft.Next = draft.Next with { Refusals = kept };
    }

    /// <summary>Leaves out the steps that were refused as they are.</summary>
    public static ImmutableArray<Step> Apply(PlanDraft draft, ImmutableArray<Step> steps, DateTimeOffset now)
    {
        var refused = steps.Where(s => IsRefused(draft.Next, s, now)).ToImmutableArray();
        foreach (var step in refused) draft.Hold(step.Entity is null ? "" : step.Changes[0].Row, HoldKind.Refused, Words(step, draft.Next.Refusals[Key(step)].Words));
        var wanted = refused.Select(Key).ToHashSet();
        var known = steps.Select(Key).ToHashSet();

        // A create that was refused is looked for before it is sent again, and stays refused meanwhile.
        if (steps.Any(s => s.Kind == StepKind.FindOpportunity)) known.Add(Key(new Step { Kind = StepKind.CreateOpportunity }));
        draft.Next = draft.Next with { Refusals = draft.Next.Refusals.RemoveRange(draft.Next.Refusals.Keys.Where(k => k.StartsWith("step:", StringComparison.Ordinal) && !k.StartsWith("step:UpdateRecord", StringComparison.Ordinal) && !known.Contains(k))) };

        // What comes after a refused step may depend on it: a submission waits for the association it needs.
        return refused.IsEmpty ? steps : steps.RemoveAll(s => wanted.Contains(Key(s)) || s.Kind == StepKind.Submit);
    }

    /// <summary>Holds every row of a refused write to the co-sell record whose refusal names none.</summary>
    public static void HoldAll(PlanDraft draft, Step record)
    {
        if (!record.Changes.IsEmpty) draft.Hold("", HoldKind.RefusedBySalesforce, draft.Next.Refusals[Key(record)].Words);
        draft.Changes.RemoveAll(c => c.To == Side.Salesforce);
    }

    /// <summary>A row's value without the entities that AWS would not associate.</summary>
    public static string? WithoutRefused(Baseline baseline, Row row, string? value, string? atAws)
    {
        if (row.Write?.Root != PathRoot.Association || value is null) return value;
        var held = SetMerge.Elements(atAws);
        return SetMerge.Join(SetMerge.Elements(value).Where(e => held.Contains(e) || !baseline.Refusals.ContainsKey($"step:{StepKind.Associate}:{row.Write.Member}:{e}")));
    }

    /// <summary>Whether a step was refused as it is, however long ago.</summary>
    public static bool WasRefused(Baseline baseline, Step step) => baseline.Refusals.GetValueOrDefault(Key(step)) is { } refusal && refusal.Fingerprint == step.Fingerprint;

    public static bool IsRefused(Baseline baseline, Step step, DateTimeOffset now) => WasRefused(baseline, step) && baseline.Refusals[Key(step)].Stands(now);

    private static string Words(Step step, string words) => step.Entity is not { } entity || words.Contains(entity, StringComparison.Ordinal) ? words : $"{entity}: {words}";
}
