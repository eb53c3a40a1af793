using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Spectre.Console;
using SyncWorker.Commands.Status;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Commands.Explain;

/// <summary>A co-sell opportunity as <c>explain</c> prints it: where it stands, each row, and the values that lost and can be restored.</summary>
internal sealed class ExplainedDeal(LinkState state, ConnectionState connection, Look look, ImmutableArray<RowExplanation> rows, IReadOnlyList<JournalRecord> journal, bool all)
{
    private const int LosersMax = 20;

    public void Print(IAnsiConsole console)
    {
        foreach (var line in Standing()) console.WriteLine(line);
        console.Write(Rows());
        JournalRecord[] losers = [.. journal.Where(j => j.Kind == JournalKind.Loser).Reverse()];
        if (losers.Length > 0) console.Write(Losers(all ? losers : losers.Take(LosersMax)));
        if (!all && losers.Length > LosersMax) console.WriteLine($"{losers.Length - LosersMax} older values that lost are not shown. All of them: syncworker explain {look.View.Link.Id} --all");
    }

    private IEnumerable<string> Standing()
    {
        var link = look.View.Link;
        yield return $"Clazar Id {link.Id} · co-sell record {link.RecordId ?? "not made yet"} · {link.OpportunityId ?? "not at AWS yet"}{(link.IsReferral ? $" · referral {link.InvitationId}" : "")} · {look.Plan.Report.Status}";
        yield return Due() + (state is { Failures: > 0, ParkedAt: null } ? $"; failed {state.Failures} times in a row, the log says why" : "") + $". {journal.Count} entries in the journal.";
        foreach (var line in Standstill.Of(state, connection)) yield return line;
        foreach (var hold in look.Plan.Holds.Where(h => h.Row.Length == 0)) yield return $"Held as a whole{Since("")}: {hold.Reason}";
        if (state.Baseline.Intent is { } intent) yield return $"{intent.Kind} is open{(intent.FirstSent is { } sent ? $", first sent {LastWrites.At(sent)}" : "")}.";
        foreach (var sent in state.Baseline.Sent) yield return $"A write to {sent.To} is open since {LastWrites.At(sent.At)}: {string.Join(", ", sent.Parts.Where(p => !p.Value.Kept).Select(p => p.Key).Order(StringComparer.Ordinal))}.";
        if (look.Plan.Steps.Length > 0) yield return $"Next: {string.Join(", then ", look.Plan.Steps)}.";
        foreach (var line in (look.Plan.Report.Error ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)) yield return "  - " + line;
    }

    private string Due() => state switch
    {
        { ParkedAt: not null } => "Parked",
        _ when state.Due <= state.Cleared => "Not due: nothing new was seen since it was settled",
        { NotBefore: { } at } => $"Due, put off until {LastWrites.At(at)}{(at == connection.FirstDayEnds ? ": AWS got the writes that it gets on the first day" : "")}",
        _ => "Due",
    };

    private string Since(string row) => state.Baseline.Held.GetValueOrDefault(row) is { } held ? $" since {LastWrites.At(held.Since)}" : "";

    private Table Rows()
    {
        var table = new Table().Border(TableBorder.Minimal);
        table.AddColumns("Row", "Salesforce", "Follows", "Partner Central", "Accounted for", "Why it is so", "Last sent");
        var last = LastWrites.Of(journal);
        foreach (var row in rows)
        {
            table.AddRow(Terminal.Cell(row.Row.Label), Shown(row.CoSell), row.Followed is null ? "–" : Shown(row.Followed), Shown(row.PartnerCentral), Accounted(row),
                Terminal.Cell(Named(row.Verdict) + row.Words + (row.Since is { } since ? $" (since {LastWrites.At(since)})" : ""), 200),
                Terminal.Cell(last.GetValueOrDefault(row.Row.Label), 200));
        }

        return table;
    }

    /// <summary>Some words say it themselves.</summary>
    private static string Named(Verdict verdict) => verdict switch
    {
        Verdict.Goes or Verdict.Locked => "",
        Verdict.NotSynchronised => "not synchronised: ",
        Verdict.NotYet => "not yet: ",
        Verdict.InFlight => "in flight: ",
        _ => verdict.ToString().ToLowerInvariant() + ": ",
    };

    private static string Shown(Reading reading) => reading.IsUnknown ? reading.Wire is null ? "–" : Terminal.Cell(reading.Wire) : Terminal.Cell(reading.Canonical);

    /// <summary>What is accounted for as it stands needs no second mention.</summary>
    private static string Accounted(RowExplanation row)
    {
        if (row.Row.Flow == Flow.None) return "–";
        string[] moved =
        [
            .. row.Account.CoSell.MovedTo(row.CoSell) ? [$"Salesforce {Terminal.Cell(row.Account.CoSell.Canonical)}"] : Array.Empty<string>(),
            .. row.Followed is { } followed && row.Account.Followed.MovedTo(followed) ? [$"follows {Terminal.Cell(row.Account.Followed.Canonical)}"] : Array.Empty<string>(),
            .. row.MovedInPartnerCentral ? [$"Partner Central {Terminal.Cell(row.Account.PartnerCentral.Canonical)}"] : Array.Empty<string>(),
        ];
        return moved.Length == 0 ? "as it stands" : string.Join(", ", moved);
    }

    private Table Losers(IEnumerable<JournalRecord> losers)
    {
        var table = new Table().Border(TableBorder.Minimal).Title("Values that lost; restore one by its entry");
        table.AddColumns("Entry", "Ref", "When", "Row", "Lost", "From", "Replaced by", "Cause");
        foreach (var loser in losers)
        {
            var detail = JsonNode.Parse(loser.Detail)!;
            table.AddRow($"{loser.Number}", loser.Ref ?? "–", LastWrites.At(loser.At), Terminal.Cell(loser.Row), Terminal.Cell((string?)detail["Value"]), Terminal.Cell((string?)detail["Place"]),
                Terminal.Cell((string?)detail["ReplacedBy"]), Terminal.Cell((string?)detail["Cause"]) + (IsTakenBack(loser, (string?)detail["Cause"]) ? ", taken back" : ""));
        }

        return table;
    }

    /// <summary>Whether the decision by which a value lost was taken back before it was delivered: the value flowed after all.</summary>
    private bool IsTakenBack(JournalRecord loser, string? cause)
    {
        if (cause is not (nameof(JournalCause.LaterDateWon) or nameof(JournalCause.LockedByAws)) || look.View.Map.Find(loser.Row!) is not { } row) return false;
        return journal.FirstOrDefault(j => j.Kind == JournalKind.Withdrawn && j.Row == row.Unit && j.At > loser.At) is { } back
            && !journal.Any(j => j.Kind == JournalKind.Decision && j.Row == row.Label && j.At > loser.At && j.At < back.At);
    }
}
