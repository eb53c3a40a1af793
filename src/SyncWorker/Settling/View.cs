using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Settling;

/// <summary>What a settle knows of its opportunity.</summary>
/// <param name="Map">The field map that this settle goes by, also when it is swapped meanwhile.</param>
/// <param name="Link">The link.</param>
/// <param name="Baseline">What it remembers.</param>
/// <param name="Salesforce">The co-sell record as read last; null where there is none.</param>
/// <param name="PartnerCentral">The opportunity or invitation as read last; null where there is none.</param>
/// <param name="IsReadAhead">Whether the co-sell record was read together with others, some time ago.</param>
internal sealed record View(FieldMap Map, Link Link, Baseline Baseline, SideRecord? Salesforce, SideRecord? PartnerCentral, bool IsReadAhead)
{
    /// <summary>What a side holds.</summary>
    public SideRecord? Of(Side side) => side == Side.Salesforce ? Salesforce : PartnerCentral;

    /// <summary>Whether the co-sell record was read in the call that updated it, and nobody had touched it since: of that, nothing is to be waited for.</summary>
    public bool IsReadBack { get; init; }

    /// <summary>What is wrong with the number that a person gave the record; null where nothing is.</summary>
    public string? NumberProblem { get; init; }

    /// <summary>Whether a record of the opportunity with that number is just being made: what becomes of it is looked at soon.</summary>
    public bool IsNumberBusy { get; init; }

    /// <summary>How many steps in a row were refused because their side has a newer version than the one read.</summary>
    public int Stale { get; init; }

    /// <summary>By when what was decided must be sent.</summary>
    public DateTimeOffset SendBy { get; init; }

    /// <summary>The write to a side that was remembered last.</summary>
    public SentWrite? SentTo(Side side) => Baseline.Sent.LastOrDefault(s => s.To == side);

    /// <summary>The side that was read before the other; null where both were seen to hold what they hold at one time.</summary>
    public Side? ReadFirst { get; init; } = Side.Salesforce;

    /// <summary>The view after a side was read again.</summary>
    public View With(Side side, SideRecord? read) => side == Side.Salesforce
        ? this with { Salesforce = read, IsReadBack = false, IsReadAhead = false, ReadFirst = Side.PartnerCentral }
        : this with { PartnerCentral = read, ReadFirst = Side.Salesforce };

    /// <summary>The view after the side that was read first was read again: where it still holds what it held, both did so when the other was read.</summary>
    public View Again(Side first, SideRecord? read)
    {
        var isSame = Of(first) is { } before && read is not null && before.HoldsSameAs(read);
        var view = With(first, read);
        return isSame ? view with { ReadFirst = null, IsReadBack = IsReadBack } : view;
    }
}
