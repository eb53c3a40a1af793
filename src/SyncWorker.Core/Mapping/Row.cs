using System.Collections.Immutable;
using SyncWorker.Core.Mapping.Codecs;

namespace SyncWorker.Core.Mapping;

/// <summary>A line of the field map. A row is data: there is no class for any one of them.</summary>
public sealed record Row
{
    /// <summary>The label of the published table, which is also the Salesforce field's label and the row's name everywhere.</summary>
    public required string Label { get; init; }

    /// <summary>The heading it stands under: the published table's section, empty for the table's first rows; beyond the table any heading.</summary>
    public string Section { get; init; } = "";

    /// <summary>The published table's second column: where the row stands on the co-sell screen.</summary>
    public string Screen { get; init; } = "";

    /// <summary>The co-sell record's fields; a row about a person has two, name and e-mail.</summary>
    public required ImmutableArray<string> Fields { get; init; }

    /// <summary>The Salesforce object that the field stands on, where it is not the co-sell record; such a row does not flow.</summary>
    public string? Object { get; init; }

    /// <summary>What the row follows, if anything.</summary>
    public Follow? Follows { get; init; }

    /// <summary>Where it is read in Partner Central: the first path that holds a value.</summary>
    public ImmutableArray<MemberPath> Read { get; init; } = [];

    /// <summary>Where it is written in Partner Central, if anywhere.</summary>
    public MemberPath? Write { get; init; }

    /// <summary>Which way it flows.</summary>
    public required Flow Flow { get; init; }

    /// <summary>Why it does not flow, or the rule it is derived by.</summary>
    public string? Reason { get; init; }

    /// <summary>How its wire values become canonical ones and back.</summary>
    public required Codec Codec { get; init; }

    /// <summary>The canonical value that stands in for an empty row on the way to AWS.</summary>
    public string? Default { get; init; }

    /// <summary>Rows with the same group mean something only together and are decided together.</summary>
    public string? Group { get; init; }

    /// <summary>Whether the group goes to AWS only when each of its rows holds a value.</summary>
    public bool Complete { get; init; }

    /// <summary>When Partner Central takes the row; empty means always.</summary>
    public ImmutableArray<When> When { get; init; } = [];

    /// <summary>Whether an empty row in Salesforce leaves what AWS holds alone.</summary>
    public bool KeepWhenEmpty { get; init; }

    /// <summary>What becomes of a date that has passed, on the way to AWS; null sends it as it is.</summary>
    public WhenPast? WhenPast { get; init; }

    /// <summary>The longest text the row takes: its own <c>length</c>, else AWS's; null where neither sets a limit.</summary>
    public int? Length { get; init; }

    /// <summary>Whether a longer text is cut to <see cref="Length"/>.</summary>
    public bool Cut { get; init; }

    /// <summary>The value map that the codec uses, if any.</summary>
    public ValueMap? Values { get; init; }

    /// <summary>The name of the rule by which the worker derives the row, if it does.</summary>
    public string? Derived { get; init; }

    /// <summary>The Salesforce field type, where the row overrides the one that its codec implies.</summary>
    public string? FieldType { get; init; }

    /// <summary>Whether the worker writes the row's standard field; without it, such a row flows to AWS only.</summary>
    public bool WriteStandard { get; init; }

    /// <summary>Whether AWS wants a value before submission.</summary>
    public bool Required { get; init; }

    /// <summary>The Salesforce field's help text; empty where the row has none.</summary>
    public string Help { get; init; } = "";

    /// <summary>Whether Salesforce keeps a history of the field.</summary>
    public bool HasHistory { get; init; }

    /// <summary>Whether the row is one of the published table's 58.</summary>
    public bool IsPublished { get; init; }

    /// <summary>The line in the field map's file, counted from 1.</summary>
    public int Line { get; init; }

    /// <summary>What decides together with this row: its group, or the row alone.</summary>
    public string Unit => Group ?? Label;

    /// <inheritdoc/>
    public override string ToString() => Label;
}
