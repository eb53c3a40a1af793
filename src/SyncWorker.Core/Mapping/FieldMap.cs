using System.Collections.Immutable;
using SyncWorker.Core.Mapping.AwsFacts;
using SyncWorker.Core.Mapping.Checking;

namespace SyncWorker.Core.Mapping;

/// <summary>The declarative table between the two sides: the published rows in their order, then the rows beyond them.</summary>
public sealed class FieldMap
{
    private readonly ImmutableDictionary<string, Row> _byLabel;

    /// <summary>Makes a map. Callers check the rows first; a label may stand once.</summary>
    /// <param name="recordType">The Salesforce object of the co-sell record, such as <c>AWS_Co_Sell_Opportunity__c</c>.</param>
    /// <param name="rows">All rows, published ones first.</param>
    public FieldMap(string recordType, ImmutableArray<Row> rows)
    {
        RecordType = recordType;
        Rows = rows;
        _byLabel = rows.ToImmutableDictionary(r => r.Label);
        ByMember = rows.Where(r => r.Flow != Flow.None && r.Write is not null).DistinctBy(r => AwsMembers.Plain(r.Write!)).ToImmutableDictionary(r => AwsMembers.Plain(r.Write!), r => r.Label);
        Units = [.. rows.Where(r => r.Flow != Flow.None).GroupBy(r => r.Unit).Select(g => g.ToImmutableArray())];
    }

    /// <summary>Tells one version of the files from another; empty where the map was not read from files.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>The Salesforce object that holds the co-sell record.</summary>
    public string RecordType { get; }

    /// <summary>Whether the co-sell record is a record of a standard object, such as the Opportunity itself: people make it, and it is its own mapped object.</summary>
    public bool IsStandard => !ApiName.IsCustom(RecordType);

    /// <summary>Every row, the published ones first.</summary>
    public ImmutableArray<Row> Rows { get; }

    /// <summary>The rows that flow, by what decides together: most units are one row.</summary>
    public ImmutableArray<ImmutableArray<Row>> Units { get; }

    /// <summary>The labels of the rows by the member that they write, such as <c>opportunity.Customer.Account.Duns</c>.</summary>
    public ImmutableDictionary<string, string> ByMember { get; }

    /// <summary>The row with a label.</summary>
    /// <exception cref="KeyNotFoundException">The map has no such row.</exception>
    public Row this[string label] => _byLabel[label];

    /// <summary>The map without some of its rows: they stay in it and do not flow, and neither does what is decided together with them.</summary>
    /// <param name="labels">The rows.</param>
    /// <param name="reason">Why.</param>
    public FieldMap Without(IReadOnlySet<string> labels, string reason)
    {
        var units = Rows.Where(r => labels.Contains(r.Label)).Select(r => r.Unit).ToHashSet();
        return units.Count == 0 ? this : new FieldMap(RecordType, [.. Rows.Select(r => r.Flow != Flow.None && units.Contains(r.Unit) ? r with { Flow = Flow.None, Reason = reason } : r)]) { Fingerprint = Fingerprint };
    }

    /// <summary>The row with a label, or null.</summary>
    public Row? Find(string label) => _byLabel.GetValueOrDefault(label);
}
