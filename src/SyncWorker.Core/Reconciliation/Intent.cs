using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;

namespace SyncWorker.Core.Reconciliation;

/// <summary>A create, submit or accept that was decided: its token and exact body are kept before the first send and replayed unchanged after an uncertain answer.</summary>
public sealed record Intent
{
    /// <summary>What is to be done.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>AWS's ClientToken, or the nonce of a record to be inserted in Salesforce.</summary>
    public required string Token { get; init; }

    /// <summary>The exact body, as JSON text.</summary>
    public required string Body { get; init; }

    /// <summary>Why it is done; null where an older version decided it.</summary>
    public WriteRule? Rule { get; init; }

    /// <summary>The PartnerOpportunityIdentifier that a create of an opportunity carries; the lookup may have changed since.</summary>
    public string? Identifier { get; init; }

    /// <summary>The engagement task that AWS started for it (<c>task-…</c>) and has not finished; null before the first answer.</summary>
    public string? TaskId { get; init; }

    /// <summary>When it was first sent, or null while it was not.</summary>
    public DateTimeOffset? FirstSent { get; init; }

    /// <summary>When it was last sent.</summary>
    public DateTimeOffset? LastSent { get; init; }

    /// <summary>When what it may have made was looked for and not found; null while it was not.</summary>
    public DateTimeOffset? NotFoundAt { get; init; }

    /// <summary>Whether AWS took the token for another request: it is never sent again.</summary>
    public bool IsTokenSpent { get; init; }

    /// <summary>How often it was sent.</summary>
    public int Tries { get; init; }

    /// <summary>Whether it was sent before the present try, so that it may have happened already.</summary>
    public bool IsRepeated => Tries > 1;

    /// <summary>What the body says of each row.</summary>
    public ImmutableDictionary<string, SentPart> Parts { get; init; } = ImmutableDictionary<string, SentPart>.Empty;

    /// <summary>The worker itself brought a co-sell field up to what its row follows.</summary>
    public Intent Refreshed(string row, Accounted before, Accounted now) => Parts.TryGetValue(row, out var part) && part.CoSell == before ? this with { Parts = Parts.SetItem(row, part with { CoSell = now }) } : this;
}
