using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>Accounts for what a step did, from what its target holds when it is read back.</summary>
public static class Receipts
{
    /// <summary>The step was taken and its target was read back.</summary>
    /// <param name="map">The field map.</param>
    /// <param name="link">The link, with the identities that the step brought.</param>
    /// <param name="baseline">What was remembered before the step.</param>
    /// <param name="step">The step.</param>
    /// <param name="salesforce">The co-sell record now.</param>
    /// <param name="partnerCentral">What AWS holds now.</param>
    /// <param name="receipt">The version that the step's answer named; null where it names none.</param>
    /// <param name="policy">What the operator chose.</param>
    /// <param name="before">What AWS held before a step whose answer names no version; null where that does not matter.</param>
    public static Outcome Received(FieldMap map, Link link, Baseline baseline, Step step, Snapshot salesforce, Snapshot partnerCentral, string? receipt, Policy policy, Snapshot? before = null)
    {
        var draft = new PlanDraft(map, link, baseline, policy);
        switch (step.Kind)
        {
            case StepKind.UpdateOpportunity or StepKind.UpdateRecord:
                if (baseline.Sent.LastOrDefault(s => s.To == step.Side && s.GuardVersion == step.GuardVersion) is { } sent)
                    Accounting.Resolve(draft, sent with { Landed = true }, salesforce, partnerCentral, receipt);
                break;
            case StepKind.CreateOpportunity or StepKind.CreateRecord or StepKind.FindOpportunity when step.Intent is not null:
                draft.Next = draft.Next with { Intent = null };
                // A record that was adopted may be the landing of an earlier try with another body: then the ordinary rule decides.
                if (step.Kind == StepKind.CreateRecord && salesforce.Nonce != step.Intent!.Token) break;
                var created = new SentWrite { To = step.Side, GuardVersion = "", Nonce = step.Intent!.Token, At = (step.Side == Side.Salesforce ? salesforce : partnerCentral).ReadAt, Landed = true, Parts = step.Intent.Parts };
                Accounting.Resolve(draft, created, salesforce, partnerCentral, receipt);
                if (step.Kind == StepKind.CreateOpportunity && receipt == partnerCentral.Version) FilledInByAws(draft, step.Intent, salesforce, partnerCentral);
                break;
            case StepKind.Assign:
                foreach (var change in step.Changes.Where(c => !partnerCentral[c.Row].IsUnknown))
                    Accounting.Landed(draft, Side.PartnerCentral, map[change.Row], change.Part, Accounted.For(partnerCentral[change.Row]));
                break;
            case StepKind.Submit or StepKind.Accept:
                draft.Next = draft.Next with { Intent = null };
                break;
        }

        draft.Next = step.Side == Side.Salesforce
            ? draft.Next with { SalesforceReceipt = receipt ?? draft.Next.SalesforceReceipt }
            // What was found may have been edited since we made it, and so may what was associated or assigned.
            : step.Kind == StepKind.FindOpportunity || IsEdited(map, step, before, partnerCentral) ? draft.Next : draft.Next with { PartnerCentralReceipt = receipt ?? partnerCentral.Version };
        draft.Next = SetBacks.Note(draft.Next with { Refusals = draft.Next.Refusals.Remove(Refusals.Key(step)) }, step, policy, (step.Side == Side.Salesforce ? salesforce : partnerCentral).ReadAt);
        return new Outcome(draft.Next, [.. draft.Journal]);
    }

    /// <summary>Whether somebody edited rows that the step does not touch. What can be read only since the step, such as the opportunity that an acceptance makes, is nobody's edit.</summary>
    private static bool IsEdited(FieldMap map, Step step, Snapshot? before, Snapshot now) => before is not null
        && map.Rows.Any(r => r.Flow == Flow.Both && !before[r.Label].IsNotYet && step.Changes.All(c => c.Row != r.Label) && Accounted.For(before[r.Label]) != Accounted.For(now[r.Label]));

    /// <summary>
    /// What AWS filled in by itself where the create could carry nothing, because nobody could read what Salesforce says: it is our write's doing and nobody's edit, and must not win over what
    /// Salesforce says once it can be read. Where Salesforce says nothing in the end, it stands.
    /// </summary>
    private static void FilledInByAws(PlanDraft draft, Intent intent, Snapshot salesforce, Snapshot partnerCentral)
    {
        bool IsUnread(string label) => salesforce[label].IsUnknown || salesforce.Followed.GetValueOrDefault(label) is { IsUnknown: true };
        foreach (var row in draft.Map.Rows.Where(r => r.Flow == Flow.Both && !UnitDecision.IsMerged(r) && !intent.Parts.ContainsKey(r.Label) && IsUnread(r.Label) && partnerCentral[r.Label].HasValue))
            draft.Next = draft.Next.With(row.Label, draft.Next[row.Label] with { PartnerCentral = Accounted.For(partnerCentral[row.Label]), LeftBehind = true });
    }

    /// <summary>The target refused the step for certain, in its own words; nothing was changed.</summary>
    /// <param name="baseline">What was remembered before the step.</param>
    /// <param name="step">The step.</param>
    /// <param name="words">The remote's words.</param>
    /// <param name="rows">The rows that the refusal names, with its words for each; empty where it names none.</param>
    /// <param name="now">When it was refused.</param>
    /// <param name="mayHaveLanded">Whether an earlier attempt of the same call was not answered, so that it may have taken effect all the same.</param>
    public static Baseline Refused(Baseline baseline, Step step, string words, IReadOnlyDictionary<string, string> rows, DateTimeOffset now, bool mayHaveLanded = false)
    {
        var refusals = baseline.Refusals;

        // One of a row's entities was refused: the row's others go on.
        var named = step.Entity is null ? step.Changes.Where(c => rows.ContainsKey(c.Row)).ToArray() : [];
        if (step.Entity is not null) words = rows.Values.FirstOrDefault(words);
        void Note(string key, string fingerprint, string why) => refusals = refusals.SetItem(key, Refusal.Of(refusals.GetValueOrDefault(key), fingerprint, why, now));
        foreach (var change in named) Note(Refusals.Key(change.To, change.Row), Refusals.Fingerprint(change), rows[change.Row]);
        if (named.Length == 0) Note(Refusals.Key(step), step.Fingerprint, words);
        // An earlier try of a create may still arrive: what it made is looked for before anything new is sent.
        var isOpen = step.Kind == StepKind.CreateOpportunity && baseline.Intent is { } intent && (intent.IsRepeated || mayHaveLanded);
        return (isOpen ? TokenSpent(baseline) : Ended(baseline, step)) with { Refusals = refusals };
    }

    /// <summary>The step was not carried out: it is forgotten and decided anew. What an earlier try of a create, submit or accept did is still open.</summary>
    /// <param name="baseline">What was remembered before the step.</param>
    /// <param name="step">The step.</param>
    /// <param name="mayHaveLanded">Whether an earlier attempt of the same call was not answered, so that it may have taken effect all the same.</param>
    public static Baseline Forgotten(Baseline baseline, Step step, bool mayHaveLanded = false) =>
        baseline.Intent is { } intent && step.Intent is not null && (intent.IsRepeated || intent.TaskId is not null || mayHaveLanded) ? baseline : Ended(baseline, step);

    /// <summary>The step is over for certain, token and all.</summary>
    public static Baseline Ended(Baseline baseline, Step step) => baseline with
    {
        Intent = step.Intent is null ? baseline.Intent : null,
        Sent = step.Kind is StepKind.UpdateOpportunity or StepKind.UpdateRecord
            ? baseline.Sent.RemoveAll(s => s.To == step.Side && s.GuardVersion == step.GuardVersion)
            : baseline.Sent,
    };

    /// <summary>The step is about to be sent: when, for steps that are replayed.</summary>
    public static Baseline Sending(Baseline baseline, DateTimeOffset now) => baseline.Intent is not { } intent ? baseline
        : baseline with { Intent = intent with { FirstSent = intent.FirstSent ?? now, LastSent = now, Tries = intent.Tries + 1, NotFoundAt = null } };

    /// <summary>AWS took the token of a create for another request: from now on only looking tells what became of it.</summary>
    public static Baseline TokenSpent(Baseline baseline) => baseline.Intent is not { } intent ? baseline : baseline with { Intent = intent with { IsTokenSpent = true } };

    /// <summary>What the step was to find is not there.</summary>
    /// <param name="baseline">What was remembered before the step.</param>
    /// <param name="policy">What the operator chose.</param>
    /// <param name="now">When it was looked for.</param>
    public static Baseline NotFound(Baseline baseline, Policy policy, DateTimeOffset now) => Intents.NotFound(baseline, policy, now);
}
