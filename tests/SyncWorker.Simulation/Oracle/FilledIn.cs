using SyncWorker.Core.Opportunities;
using SyncWorker.Simulation.Rows;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Oracle;

/// <summary>What stood in records when the opportunity with their pasted number was adopted: it stands beside what AWS holds, until somebody edits it.</summary>
internal sealed class FilledIn(Universe universe, Witness witness)
{
    private readonly HashSet<(string Record, string Row)> _all = [];
    private readonly HashSet<(string Record, string Row, string Place)> _edited = [];

    /// <summary>
    /// A value was put at a place, which speaks for some records. Of a list only the elements that somebody edits come together, and of a group perhaps only the edited row: what both sides say
    /// alike when the worker looks is no edit of the others.
    /// </summary>
    public void Note(string place, SimulatedRow row, IReadOnlyList<string> records)
    {
        foreach (var record in Records(place, records))
        {
            if (!IsAdopted(record)) _all.UnionWith(SimulatedRows.All.Where(r => r.Unit == row.Unit).Select(r => (record, r.Label)));
            else if (row.Kind != ValueKind.Set) _edited.Add((record, row.Label, place));
        }
    }

    /// <summary>Who puts back what stood at a place has edited nothing there, and what was edited in what a record follows no more says nothing of it.</summary>
    public void PutBack(string place, SimulatedRow row, IReadOnlyList<string> records)
    {
        foreach (var record in Records(place, records)) _edited.Remove((record, row.Label, place));
    }

    /// <summary>Whether a record holds something of its own since before its opportunity was adopted.</summary>
    public bool Has(string record, SimulatedRow row) => _all.Contains((record, row.Label)) && !_edited.Any(e => (e.Record, e.Row) == (record, row.Label));

    /// <summary>Whether a record has no pasted number, or its opportunity is adopted.</summary>
    public bool IsAdopted(string record) =>
        witness.LinkOf(record, Side.Salesforce)?.Link.OpportunityId is not null || universe.Salesforce.Record(universe.Map.RecordType, record)?["APN_CRM_Unique_Identifier__c"] is null;

    private IReadOnlyList<string> Records(string place, IReadOnlyList<string> records) => place[0] == 'O' ? [witness.LinkOf(place, Side.PartnerCentral)?.Link.RecordId ?? ""] : records;
}
