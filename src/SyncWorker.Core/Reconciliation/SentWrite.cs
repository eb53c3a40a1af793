using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>A write whose outcome is not yet accounted for. It is remembered before it is sent.</summary>
public sealed record SentWrite
{
    /// <summary>How long after it was remembered a write may be sent: what could not leave by then is decided anew, so that it is known from when on it cannot arrive any more.</summary>
    public static TimeSpan SendBy { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after it was remembered a write may still land: it may wait to be sent, and then be on its way.</summary>
    /// <param name="policy">What the operator chose.</param>
    public static TimeSpan MayLand(Policy policy) => SendBy + policy.InFlight;

    /// <summary>The side it goes to.</summary>
    public required Side To { get; init; }

    /// <summary>The version the target had when it was read: the write is refused once the target has another.</summary>
    public required string GuardVersion { get; init; }

    /// <summary>What the write leaves in Salesforce's bookkeeping, to prove that it landed.</summary>
    public required string Nonce { get; init; }

    /// <summary>When it was remembered, by the target's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it is known to have landed, with rows still open because a place could not be read.</summary>
    public bool Landed { get; init; }

    /// <summary>The rows it carries that are not accounted for yet, by label.</summary>
    public ImmutableDictionary<string, SentPart> Parts { get; init; } = ImmutableDictionary<string, SentPart>.Empty;

    /// <summary>How long ago it could have landed last; negative while it still may.</summary>
    /// <param name="now">The present, by the target's clock.</param>
    /// <param name="policy">What the operator chose.</param>
    public TimeSpan Overdue(DateTimeOffset now, Policy policy) => now - At - MayLand(policy);

    /// <summary>The lookup changed while the write was under way.</summary>
    public SentWrite Unfollowed(FieldMap map) => this with { Parts = Parts.ToImmutableDictionary(p => p.Key, p => map.Find(p.Key)?.Follows is null ? p.Value : p.Value with { Unfollowed = true }) };
}
