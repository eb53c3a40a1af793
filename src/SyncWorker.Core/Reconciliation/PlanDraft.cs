using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>A plan while it is being made. Lives within one call of the reconciler.</summary>
internal sealed class PlanDraft(FieldMap map, Link link, Baseline baseline, Policy policy)
{
    public FieldMap Map { get; } = map;

    public Link Link { get; } = link;

    public Policy Policy { get; } = policy;

    public Baseline Next { get; set; } = baseline;

    public List<Change> Changes { get; } = [];

    /// <summary>The rows whose co-sell fields keep what they say while AWS wins for their groups, by label.</summary>
    public Dictionary<string, SentPart> Kept { get; } = [];

    public List<Conflict> Conflicts { get; } = [];

    public List<Withdrawal> Withdrawn { get; } = [];

    public List<Hold> Holds { get; } = [];

    public List<JournalEntry> Journal { get; } = [];

    /// <summary>The sides to which an earlier write may still land: nothing else goes there.</summary>
    public HashSet<Side> Waiting { get; } = [];

    /// <summary>Whether both sides say the same of a row that neither got from the other, be it only in the co-sell field while another place speaks for Salesforce.</summary>
    public bool AgreesByChance { get; private set; }

    /// <summary>The value that each row is on the way to, for conditions between rows.</summary>
    public Func<string, string?> Wanted { get; set; } = _ => null;

    /// <summary>Accounts for all places of a row: both sides agree, or are left as they are on purpose.</summary>
    public void Account(Row row, Accounted coSell, Accounted followed, Accounted partnerCentral, bool followedSpeaks)
    {
        // Who empties the field wants it filled again from what the row follows.
        var before = Next[row.Label];
        var refreshed = coSell.Canonical is null && before.CoSell.Canonical is not null ? null : before.RefreshedFrom;
        Next = Next.With(row.Label, new RowAccount(coSell, followed, partnerCentral, followedSpeaks, refreshed, before.RefreshedTo, before.FollowedUnseen, NotTaken: before.NotTaken));
    }

    /// <summary>The co-sell field says already what somebody put at AWS, though another place speaks for it: both have to be seen at one time.</summary>
    public void CoSellAgreesByChance() => AgreesByChance = true;

    /// <summary>A row arrived. What was decided for its unit stands for the rows that did not.</summary>
    public void Arrived(Row row)
    {
        if (Next.Decisions.GetValueOrDefault(row.Unit) is { } standing)
            Next = Next with { Decisions = standing.Without(row.Label) is { } rest ? Next.Decisions.SetItem(row.Unit, rest) : Next.Decisions.Remove(row.Unit) };
    }

    /// <summary>Nothing that was decided for a unit waits for its delivery any more.</summary>
    public void Close(string unit) => Next = Next with { Decisions = Next.Decisions.Remove(unit) };

    /// <summary>Both sides say the same of a row, or are left as they are on purpose. What nobody moved stays in a decision about its group, which may still be withdrawn.</summary>
    public void Agree(RowView view)
    {
        var isMoved = view.MovedSalesforce || view.MovedPartnerCentral;

        // What a step of ours brought without being accounted for row by row, what stands in for a while, and what AWS alone says, is no chance.
        AgreesByChance |= isMoved && view is { Agrees: true, StandIn: null, Row: { Flow: not Flow.ToSalesforce, Write.Root: not (PathRoot.Association or PathRoot.Submission) } };
        Account(view.Row, view.CoSellAccounted, view.FollowedAccounted, Accounted.For(view.PartnerCentral), view.FollowedSpeaks);
        if (isMoved) Arrived(view.Row);
    }

    /// <summary>Keeps a losing value. Returns the reference under which it can be restored.</summary>
    public string Lose(Row row, Place place, string? value, JournalCause cause, string? replacedBy) => Lose(row.Label, place, value, cause, replacedBy);

    /// <summary>Keeps a losing value of a row, or of a member that no row maps. Returns the reference.</summary>
    public string Lose(string label, Place place, string? value, JournalCause cause, string? replacedBy)
    {
        Next = Next with { Sequence = Next.Sequence + 1 };
        var entry = new JournalEntry(Reference.Of(Link.Id, Next.Sequence), label, place, value, cause, replacedBy);
        Journal.Add(entry);
        return entry.Ref;
    }

    public void Hold(string row, HoldKind kind, string reason) => Holds.Add(new Hold(row, kind, reason));

    public ImmutableArray<Hold> AllHolds() => [.. Holds.Distinct()];
}
