using System.Text.Json.Nodes;
using SyncWorker.Simulation.Rows;
using SyncWorker.Simulation.Worlds;
using SyncWorker.State;

namespace SyncWorker.Simulation.Oracle;

/// <summary>One row of one deal at the end of a run: what both sides hold, who put what there, and what the journal kept.</summary>
internal sealed class Pair
{
    private readonly JsonObject _record;

    public Pair(Universe universe, JsonObject record, string number, LinkState link, SimulatedRow row)
    {
        (_record, Row, LinkId) = (record, row, link.Link.Id);
        var id = record["Id"]!.GetValue<string>();
        var lookup = record["Opportunity__c"]?.GetValue<string>();
        universe.Witness.Look(number);
        (CoSell, AtAws) = (row.InRecord(record), universe.Witness.Now(number, row));
        if (row.Followed is not null && lookup is not null && universe.Salesforce.Record("Opportunity", lookup) is { } opportunity) Followed = row.InFollowed(opportunity);
        UnitPuts = [.. universe.Witness.Puts.Where(p => row.IsDecidedWith(p.Row) && (p.Place == number || p.Records.Contains(id)))];
        InWhatItNames = [.. universe.Witness.Puts.Where(p => row.IsDecidedWith(p.Row) && p.Lookups.Contains(id))];
        Puts = [.. UnitPuts.Where(p => p.Row == row.Label)];
        IsFilledIn = universe.Witness.FilledIn.Has(id, row);
        Losers = [.. universe.Witness.Journal.LosersWithCause(link, row)];
    }

    /// <summary>Whether a person adopted the opportunity into a record that said something else of the row: then both stand.</summary>
    public bool IsFilledIn { get; }

    public SimulatedRow Row { get; }

    public string? CoSell { get; }

    public string? Followed { get; }

    public string? AtAws { get; }

    public string LinkId { get; }

    public IReadOnlyList<Put> Puts { get; }

    /// <summary>Those of the rows too that are decided together with it.</summary>
    public IReadOnlyList<Put> UnitPuts { get; }

    /// <summary>Those that were put into what the record's lookup named, whether or not the worker had noticed that it did.</summary>
    public IReadOnlyList<Put> InWhatItNames { get; }

    public IReadOnlyList<(string? Value, string Cause)> Losers { get; }

    /// <summary>What Salesforce says of the row.</summary>
    public string? Speaking => CoSell ?? Followed;

    public bool Agrees => CoSell == AtAws || Speaking == AtAws || (AtAws is not null && Followed == AtAws);

    /// <summary>
    /// Whether a seller reads why it differs. AWS takes no update of an opportunity without a title. News of a decision tells why a value is gone, and not why another one still stands on the
    /// other side.
    /// </summary>
    public bool IsHeld => ((string[])["Sync_Error__c", "Sync_Note__c"]).SelectMany(f => _record[f]?.GetValue<string>().Split('\n') ?? []).Any(TellsWhy)
        || _record["Sync_Status__c"]?.GetValue<string>() is "Update waiting" or "In AWS review" or "Action required by AWS" or "Rejected by AWS" or "Closed at AWS" or "Needs attention";

    private bool TellsWhy(string line) =>
        (line.Contains(Row.Label, StringComparison.Ordinal) && !line.Contains(" was replaced by ", StringComparison.Ordinal)) || line.Contains("Partner Project Title: empty", StringComparison.Ordinal);

    /// <summary>A blank from AWS cannot be written where empty means follow.</summary>
    public bool HasJournaledBlank => AtAws is null && Losers.Any(l => l.Value is null);

    /// <summary>Who empties a field that follows says again what stands in the Opportunity: what that is; null where the field follows nothing.</summary>
    public string? SaidAgain(Put emptied) => Puts.FirstOrDefault(p => p.Number > emptied.Number) is { } next && next.Old == next.New && (next.Place, next.At) == (emptied.Place, emptied.At) ? next.New : null;

    public override string ToString() => $"{Row.Label}: co-sell {CoSell ?? "-"}, followed {Followed ?? "-"}, AWS {AtAws ?? "-"}; puts "
        + string.Join(" ", Puts.Select(p => $"[{p.Number} {p.Place} {p.Old ?? "-"}→{p.New ?? "-"}]")) + "; journal " + string.Join(" ", Losers.Select(l => $"[{l.Value ?? "-"} {l.Cause}]"))
        + $"; {_record["Sync_Status__c"]} {_record["Sync_Error__c"]} {_record["Sync_Note__c"]}";
}
