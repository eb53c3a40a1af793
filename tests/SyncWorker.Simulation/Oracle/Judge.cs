using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Simulation.Rows;
using SyncWorker.Simulation.Worlds;
using SyncWorker.State;

namespace SyncWorker.Simulation.Oracle;

/// <summary>
/// Judges a run at its end: both sides agree or the row is held with a reason, every value that a person put is there, was replaced by a person, or is in the journal, and none that was replaced
/// has come back.
/// </summary>
internal sealed class Judge(Universe universe)
{
    private readonly JsonObject[] _records = [.. universe.Salesforce.Records(universe.Map.RecordType).Select(r => (JsonObject)r!)];
    private readonly string[] _opportunities = [.. universe.PartnerCentral.Opportunities().Select(o => o!["opportunity"]!["Id"]!.GetValue<string>())];

    /// <summary>All invariants, when everything is over.</summary>
    public void Run()
    {
        OneCounterpart();
        Budget();
        foreach (var pair in Pairs(row => true)) Row(pair);
        foreach (var record in _records) universe.Trace.Say($"{record["Id"]} {record["APN_CRM_Unique_Identifier__c"]} {record["Sync_Status__c"]}: {record["Sync_Error__c"]} {record["Sync_Note__c"]}");
    }

    /// <summary>What the polls alone bring about: the slow sweep is a net below them, and no part of the way.</summary>
    public void WithoutSweep()
    {
        foreach (var pair in Pairs(row => row is { IsAwsOwned: false, EntityType: null }))
        {
            if (!IsFine(pair)) universe.Violate($"I3 without the sweep {pair.Row.Label} differs");
            LastWordFlows(pair);
        }

        foreach (var link in universe.Durable.LinksAsync(default).GetAwaiter().GetResult().Where(l => l.IsAsked)) universe.Violate("I16 another try was asked for and not made");
    }

    private IEnumerable<Pair> Pairs(Func<SimulatedRow, bool> of)
    {
        foreach (var record in _records)
        {
            if (Text(record, "APN_CRM_Unique_Identifier__c") is not { } number || !_opportunities.Contains(number)) continue;
            var link = universe.Witness.LinkOf(number, Side.PartnerCentral);
            if (link is null) universe.Violate($"{number} has a record and no link");
            else if (link.Link.RecordId != Text(record, "Id")) Held(record);
            else foreach (var row in SimulatedRows.All.Where(r => of(r) && (!r.IsAwsOwned || universe.Witness.HasSummary(number)))) yield return new Pair(universe, record, number, link, row);
        }
    }

    /// <summary>A number was pasted of an opportunity whose own record was deleted: the seller reads that it is linked to that one.</summary>
    private void Held(JsonObject record)
    {
        if (Text(record, "Sync_Error__c")?.StartsWith("APN CRM Unique Identifier: ", StringComparison.Ordinal) != true) universe.Violate($"{Text(record, "Id")} has the number of another link, and does not say so");
    }

    /// <summary>I14.</summary>
    private void Budget()
    {
        if (universe.Profile.WritesPerDay is { } allowed && universe.Witness.MostWritesOfADay() is var most && most > allowed) universe.Violate($"I14 {most} writes to Partner Central in 24 hours, of {allowed}");
    }

    /// <summary>I5: at most one counterpart, and no orphans.</summary>
    private void OneCounterpart()
    {
        foreach (var twice in _records.Select(r => Text(r, "APN_CRM_Unique_Identifier__c")).OfType<string>().GroupBy(n => n).Where(g => g.Count() > 1)) universe.Violate($"I5 {twice.Key} has {twice.Count()} co-sell records");
        var deleted = universe.People.Gone;
        foreach (var number in _opportunities.Where(n => !universe.People.LeftAlone.Contains(n) && _records.All(r => Text(r, "APN_CRM_Unique_Identifier__c") != n)))
        {
            // A record that a person deleted leaves its opportunity behind, and so does one that takes no number because of what a person did to it.
            if (universe.Witness.LinkOf(number, Side.PartnerCentral) is { Link.RecordId: { } record } && deleted.ContainsKey(record)) continue;
            universe.Violate($"I5 {number} has no co-sell record");
        }

        foreach (var link in universe.Durable.LinksAsync(default).GetAwaiter().GetResult())
        {
            if (link.Baseline.Intent is { } intent && link.Link.RecordId is not null && !deleted.ContainsKey(link.Link.RecordId)) universe.Violate($"an intent is never finished: {intent.Kind}");
        }
    }

    private void Row(Pair pair)
    {
        Converged(pair);
        if (pair.Row.Kind == ValueKind.Set) Elements(pair);
        else
        {
            NothingLost(pair);
            NothingRevived(pair);
            LastWordFlows(pair);
            DecidedStaysDecided(pair);
        }
    }

    /// <summary>I3.</summary>
    private void Converged(Pair pair)
    {
        if (IsFine(pair)) return;
        universe.Violate($"I3 {pair.Row.Label} differs: Salesforce {pair.Speaking ?? "-"}, AWS {pair.AtAws ?? "-"}");
        universe.Trace.Say($"  {pair}");
    }

    private static bool IsFine(Pair pair) => pair.Agrees || pair.IsHeld || pair.IsFilledIn || (pair.Row.KeepsWhenEmpty && pair.CoSell is null) || pair.HasJournaledBlank;

    /// <summary>I1.</summary>
    private void NothingLost(Pair pair)
    {
        foreach (var put in pair.Puts)
        {
            if (put.New == put.Old) continue;
            if (put.New is null && (put.Old is null || pair.Row.KeepsWhenEmpty || put.IsFollowed || put.AsksForAws || pair.SaidAgain(put) is not null || !universe.Witness.Readings.Knew(put))) continue;
            var isThere = pair.CoSell == put.New || pair.Followed == put.New || pair.AtAws == put.New;
            var isReplaced = pair.Puts.Any(p => p.Old == put.New && p.New != put.New);
            if (isThere || isReplaced || pair.Losers.Any(l => l.Value == put.New)) continue;
            universe.Violate($"I1 {pair.Row.Label}: {put.New ?? "a blank"} was lost");
            universe.Trace.Say($"  put {put.Number} in {put.Place}; {pair}");
        }
    }

    /// <summary>I3 of what is followed: where the last word was said there, both sides say it.</summary>
    private void LastWordFlows(Pair pair)
    {
        if (pair.Row.Kind == ValueKind.Set || pair.IsHeld || pair.Puts.LastOrDefault(p => p.New != p.Old) is not { IsFollowed: true, IsAlone: true, LeavesNoTrace: false, New: { } last }) return;
        if (pair.AtAws == last || pair.CoSell == last || pair.Losers.Any(l => l.Value == last)) return;

        // What was typed speaks as long as nobody can tell that it arrived: then both sides say that.
        if (pair.AtAws == pair.CoSell && pair.Losers.Any(l => l.Cause == "Unconfirmed") && pair.Puts.Any(p => p is { IsFollowed: false, Place: not ['O', ..] } && p.New == pair.CoSell && p.New != p.Old)) return;
        universe.Violate($"I3 {pair.Row.Label}: what the Opportunity said last did not flow");
        universe.Trace.Say($"  {pair}");
    }

    /// <summary>I2: what a person replaced comes back only if a person puts it back.</summary>
    private void NothingRevived(Pair pair)
    {
        if (!pair.Agrees || pair.AtAws is not { } final || pair.IsHeld) return;
        var returns = new Returns(universe, pair, final);
        foreach (var replaced in pair.Puts.Where(p => p.Old == final && p.New != final && !returns.AreDue(p)))
        {
            universe.Violate($"I2 {pair.Row.Label}: {final} came back after it was replaced by {replaced.New ?? "a blank"}");
            universe.Trace.Say($"  put {replaced.Number} in {replaced.Place}; {pair}");
        }
    }

    /// <summary>A decision after which nobody edited the row is what both sides say in the end, and no other decision said the opposite of it.</summary>
    private void DecidedStaysDecided(Pair pair)
    {
        (DateTimeOffset At, JsonNode Detail)[] decisions = [.. universe.Witness.Journal.Decisions(pair.LinkId).Where(d => d.Row == pair.Row.Label).Select(d => (d.At, JsonNode.Parse(d.Detail)!))];
        bool IsEdited(DateTimeOffset from, DateTimeOffset to) => pair.UnitPuts.Concat(pair.InWhatItNames).Any(p => !universe.Witness.Readings.Show(p, from - universe.Witness.Journal.Error) && p.At - universe.Witness.Journal.Error <= to);
        foreach (var (first, then) in decisions.Zip(decisions.Skip(1)).Where(d => Winner(d.First) != Winner(d.Second) && !IsEdited(d.First.At, d.Second.At)))
            Reversed(pair, $"{first.At:HH:mm:ss.fff} {first.Detail.ToJsonString()}, {then.At:HH:mm:ss.fff} {then.Detail.ToJsonString()}");
        if (decisions is not [.., var last] || !pair.Agrees || pair.IsHeld || IsEdited(last.At, DateTimeOffset.MaxValue)) return;
        if (pair.Row.Canonical(last.Detail[Winner(last)]) is { } winner && winner != pair.AtAws) Reversed(pair, $"{last.At:HH:mm:ss.fff} {last.Detail.ToJsonString()}");
    }

    private void Reversed(Pair pair, string decision)
    {
        universe.Violate($"{pair.Row.Label}: a decision was reversed, and nobody edited it");
        universe.Trace.Say($"  {decision}; {pair}");
    }

    private static string Winner((DateTimeOffset At, JsonNode Detail) decision) => decision.Detail["Winner"]!.GetValue<string>();

    /// <summary>I1 and I2 of a list, element by element.</summary>
    private void Elements(Pair pair)
    {
        foreach (var element in pair.Row.Values)
        {
            var last = pair.Puts.LastOrDefault(p => Has(p.Old, element) != Has(p.New, element));
            if (last is null || !pair.Agrees) continue;
            var isIn = Has(pair.AtAws, element);
            if (isIn != Has(last.New, element) && pair.Puts.Where(p => Has(p.Old, element) != Has(p.New, element)).All(p => Has(p.New, element) == Has(last.New, element)))
                universe.Violate($"{(isIn ? "I2" : "I1")} {pair.Row.Label}: {element} {(isIn ? "came back" : "was lost")}");
        }
    }

    private static bool Has(string? set, string element) => set?.Split(';').Contains(element) ?? false;

    private static string? Text(JsonObject record, string field) => record[field]?.GetValue<string>();
}
