using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Lifecycle;

/// <summary>One thing to do to one side. It carries all that is needed to do it.</summary>
public sealed record Step
{
    /// <summary>What is done.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>The rows it carries.</summary>
    public ImmutableArray<Change> Changes { get; init; } = [];

    /// <summary>The rows of the same groups whose co-sell fields keep what they say, by label: they are accounted for when the step has arrived.</summary>
    public ImmutableDictionary<string, SentPart> Kept { get; init; } = ImmutableDictionary<string, SentPart>.Empty;

    /// <summary>What is written besides rows: Salesforce bookkeeping fields, by API name, as compact JSON text.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Bookkeeping { get; init; } = [];

    /// <summary>AWS's RelatedEntityType of an association, such as <c>Solutions</c>.</summary>
    public string? EntityType { get; init; }

    /// <summary>The associated entity's identifier.</summary>
    public string? Entity { get; init; }

    /// <summary>The reason of a rejection, 1 to 80 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>The version that guards the write.</summary>
    public string? GuardVersion { get; init; }

    /// <summary>When somebody edited the co-sell record last: then it may take what it refused before. That the worker tells the seller of the refusal is no edit.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>The token, nonce and exact body of a step that is replayed unchanged.</summary>
    public Intent? Intent { get; init; }

    /// <summary>Whether AWS is only asked what became of the intent, because its token may be forgotten or the records show that there is nothing left to start.</summary>
    public bool OnlyAsk { get; init; }

    /// <summary>Why it is taken, where its rows do not say it.</summary>
    public WriteRule? Rule { get; init; }

    /// <summary>Whether it writes, or only asks what became of an earlier write.</summary>
    public bool Writes => !OnlyAsk && Kind != StepKind.FindOpportunity && Intent?.TaskId is null;

    /// <summary>The side it goes to.</summary>
    public Side Side => Kind is StepKind.CreateRecord or StepKind.UpdateRecord ? Side.Salesforce : Side.PartnerCentral;

    /// <summary>What tells this step from another try of the same kind: a refused one is not sent again unchanged.</summary>
    public string Fingerprint => $"{Kind}|{EntityType}|{Entity}|{Reason}|{(Kind is StepKind.Submit or StepKind.Accept ? GuardVersion : "")}{EditedAt:O}|{Submission}|"
        + string.Join('|', Changes.Select(c => $"{c.Row}={c.Value}"))
        + string.Join('|', (Intent?.Parts ?? ImmutableDictionary<string, SentPart>.Empty).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value.Value}"));

    /// <summary>How the opportunity is submitted: involvement and visibility.</summary>
    private string? Submission => Kind == StepKind.Submit && Intent is { Body: { } body } ? JsonNode.Parse(body)?["AwsSubmission"]?.ToJsonString() : null;

    /// <inheritdoc/>
    public override string ToString() => Entity is null ? Kind.ToString() : $"{Kind} {Entity}";
}
