using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>What is written down before a step is sent, so that its outcome can be told after a crash or a lost answer.</summary>
internal static class Remember
{
    public static Baseline First(Baseline baseline, Step step, Snapshot? salesforce, Snapshot partnerCentral)
    {
        if (step is { Intent: { } intent, Kind: not StepKind.FindOpportunity }) return baseline.Intent is not null ? baseline : baseline with { Intent = intent, Sequence = baseline.Sequence + 1 };
        if (step.Kind is not (StepKind.UpdateOpportunity or StepKind.UpdateRecord)) return baseline;
        var target = step.Side == Side.Salesforce ? salesforce! : partnerCentral;
        var sent = new SentWrite
        {
            To = step.Side,
            GuardVersion = target.Version,
            Nonce = Nonce(baseline),
            At = target.ReadAt + target.Age,
            Parts = step.Changes.ToImmutableDictionary(c => c.Row, c => c.Part).AddRange(step.Kept),
        };
        return baseline with { Sent = baseline.Sent.Add(sent), Sequence = baseline.Sequence + 1 };
    }

    /// <summary>The nonce of the next write: unique within the link, because the number is remembered before the write is sent.</summary>
    private static string Nonce(Baseline baseline) => $"w{baseline.Sequence + 1}";
}
