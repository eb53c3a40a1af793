using System.Collections.Immutable;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>The memory of one link: what each place held when it was last accounted for, what was decided, and what was sent. A value; the store keeps it as JSON.</summary>
public sealed record Baseline
{
    /// <summary>A link that was never settled.</summary>
    public static Baseline Never { get; } = new();

    /// <summary>The accounts by row label.</summary>
    public ImmutableDictionary<string, RowAccount> Rows { get; init; } = ImmutableDictionary<string, RowAccount>.Empty;

    /// <summary>The standing decisions by unit.</summary>
    public ImmutableDictionary<string, StandingDecision> Decisions { get; init; } = ImmutableDictionary<string, StandingDecision>.Empty;

    /// <summary>The writes whose outcome is open.</summary>
    public ImmutableArray<SentWrite> Sent { get; init; } = [];

    /// <summary>A create, submit or accept under way.</summary>
    public Intent? Intent { get; init; }

    /// <summary>What was refused: by row label as <c>side:label</c>, or by step.</summary>
    public ImmutableDictionary<string, Refusal> Refusals { get; init; } = ImmutableDictionary<string, Refusal>.Empty;

    /// <summary>What was held when it was last decided, by row label; empty where the whole record was. What is not at AWS yet is left out.</summary>
    public ImmutableDictionary<string, Held> Held { get; init; } = ImmutableDictionary<string, Held>.Empty;

    /// <summary>The version of the opportunity that was decided on last, exactly as AWS wrote it.</summary>
    public string? PartnerCentralVersion { get; init; }

    /// <summary>The newest Last Modified Date of the co-sell record that was not the receipt of our own write.</summary>
    public DateTimeOffset? SalesforceDate { get; init; }

    /// <summary>The newest Last Modified Date of the opportunity that was not the receipt of our own write.</summary>
    public DateTimeOffset? PartnerCentralDate { get; init; }

    /// <summary>The version that our own last write left in Salesforce.</summary>
    public string? SalesforceReceipt { get; init; }

    /// <summary>The version that our own last write left in Partner Central.</summary>
    public string? PartnerCentralReceipt { get; init; }

    /// <summary>The standard record that the lookup named at the last settle: setting or changing it is not an edit.</summary>
    public string? MappedObjectId { get; init; }

    /// <summary>The last news for the seller (a conflict that was decided); stays until the next one, or until both sides say again what was replaced.</summary>
    public string? News { get; init; }

    /// <summary>The row of which the news tell; null where an older version told them.</summary>
    public string? NewsRow { get; init; }

    /// <summary>The canonical value that the news say was replaced; null for a blank.</summary>
    public string? NewsLosing { get; init; }

    /// <summary>Our writes of the last day, by row label as <c>side:label</c>.</summary>
    public ImmutableDictionary<string, OurWrite> OurWrites { get; init; } = ImmutableDictionary<string, OurWrite>.Empty;

    /// <summary>Since when the newest of the rows is held that another tool keeps changing; null where none is.</summary>
    public DateTimeOffset? ToolSince { get; init; }

    /// <summary>Counts what was decided to be sent or journaled; makes nonces, tokens and references.</summary>
    public int Sequence { get; init; }

    /// <summary>A row's account; never accounted for if the row is new.</summary>
    public RowAccount this[string label] => Rows.GetValueOrDefault(label, RowAccount.Never);

    /// <summary>The newest date of a side that was not our own receipt, cut to whole seconds.</summary>
    public DateTimeOffset? Date(Side side) => side == Side.Salesforce ? SalesforceDate : PartnerCentralDate;

    /// <summary>A person asked for another try: what was refused is sent again, and what another tool kept changing is decided anew.</summary>
    public Baseline Forgiven() => this with { Refusals = Refusals.Clear(), OurWrites = OurWrites.Clear(), ToolSince = null };

    /// <summary>Replaces a row's account.</summary>
    public Baseline With(string label, RowAccount account) => this with { Rows = Rows.SetItem(label, account) };

    /// <summary>Changes a row's account, and what a withdrawn decision makes of it.</summary>
    /// <param name="label">The row's label.</param>
    /// <param name="change">What becomes of the account.</param>
    public Baseline Changed(string label, Func<RowAccount, RowAccount> change) =>
        With(label, change(this[label])) with { Decisions = Decisions.ToImmutableDictionary(d => d.Key, d => d.Value.Changed(label, change)) };
}
