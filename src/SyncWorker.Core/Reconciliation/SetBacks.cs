using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>
/// Another tool that keeps changing a row: the side to which we wrote has the value before our write again, twice within a day. Such a row is held on both sides, so that two tools do not chase
/// each other for ever. The hold ends with an edit where our value came from, with a day of quiet, with agreement, or when a person asks for another try.
/// </summary>
internal static class SetBacks
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Looks what became of our writes, before the rows are decided.</summary>
    public static void Look(PlanDraft draft, Standing standing, Snapshot salesforce, Snapshot partnerCentral, DateTimeOffset now)
    {
        var kept = ImmutableDictionary.CreateBuilder<string, OurWrite>();
        foreach (var (key, write) in draft.Next.OurWrites)
        {
            if (!draft.Policy.HoldsOtherTools || draft.Map.Find(write.Row) is not { } row) continue;
            if (After(write, UnitRows.View(row, draft.Next, salesforce, partnerCentral, standing), now) is { } after) kept[key] = after;
        }

        draft.Next = draft.Next with { OurWrites = kept.ToImmutable(), ToolSince = kept.Values.Max(w => w.Held?.Since) };
    }

    /// <summary>Whether a unit is held; the plan says so.</summary>
    public static bool Hold(PlanDraft draft, ImmutableArray<Row> unit)
    {
        var held = draft.Next.OurWrites.Values.Where(w => w.Held is not null && unit.Any(r => r.Label == w.Row)).OrderBy(w => w.Row, StringComparer.Ordinal).ToArray();
        foreach (var write in held) draft.Hold(write.Row, HoldKind.AnotherTool, $"another tool keeps changing it back in {(write.To == Side.Salesforce ? "Salesforce" : "Partner Central")}");
        return held.Length > 0;
    }

    /// <summary>Remembers what a step that was taken replaced.</summary>
    public static Baseline Note(Baseline baseline, Step step, Policy policy, DateTimeOffset now)
    {
        // What a create carries replaces nothing, and a refreshed field says nothing new.
        if (!policy.HoldsOtherTools || step.Kind is StepKind.CreateOpportunity or StepKind.CreateRecord or StepKind.FindOpportunity) return baseline;
        var writes = baseline.OurWrites;
        foreach (var change in step.Changes.Where(c => !c.Part.Refresh))
        {
            var key = Refusals.Key(change.To, change.Row);
            writes = writes.SetItem(key, new OurWrite(change.Row, change.To, change.Was, now) { SetBackAt = writes.GetValueOrDefault(key)?.SetBackAt });
        }

        return baseline with { OurWrites = writes };
    }

    /// <returns>Null where there is nothing to remember any more.</returns>
    private static OurWrite? After(OurWrite write, RowView view, DateTimeOffset now)
    {
        if (view.Unknown is not null) return write;
        if (write.Held is { } held) return view.Agrees ? null : StillHeld(write, held, view, now);
        var isRecent = write.SetBackAt is { } before && now - before <= Day;
        var target = write.To == Side.Salesforce ? view.CoSell : view.PartnerCentral;
        var isMoved = write.To == Side.Salesforce ? view.MovedCoSell : view.MovedPartnerCentral;
        if (now - write.At > Day) return isRecent ? write : null;
        if (write.IsSetBack || !isMoved || view.Agrees || target.Canonical != write.Was) return write;
        return write with { IsSetBack = true, SetBackAt = now, Held = isRecent ? new ToolHold(now, now, Places(view)) : null };
    }

    private static OurWrite? StillHeld(OurWrite write, ToolHold held, RowView view, DateTimeOffset now)
    {
        var movedInSalesforce = held.Places.CoSell.MovedTo(view.CoSell) || (view.Followed is { } followed && held.Places.Followed.MovedTo(followed));
        var movedAtAws = held.Places.PartnerCentral.MovedTo(view.PartnerCentral);
        var (source, target) = write.To == Side.Salesforce ? (movedAtAws, movedInSalesforce) : (movedInSalesforce, movedAtAws);
        if (source) return null;
        return target ? write with { Held = held with { QuietSince = now, Places = Places(view) } } : now - held.QuietSince >= Day ? null : write;
    }

    private static RowAccount Places(RowView view) =>
        new(Accounted.For(view.CoSell), view.Followed is { } followed ? Accounted.For(followed) : default, Accounted.For(view.PartnerCentral));
}
