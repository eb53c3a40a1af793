using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Simulation.Rows;
using SyncWorker.Simulation.Worlds;
using SyncWorker.State;

namespace SyncWorker.Simulation.Mutants;

/// <summary>Faults of what the worker remembers.</summary>
internal static class MutantsInStore
{
    public static IEnumerable<Mutant> All =>
    [
        Remembering("what is sent is not remembered", (_, b) => b with { Sent = [] }),
        Remembering("what was sent to Partner Central is forgotten", (_, b) => b with { Sent = [.. b.Sent.Where(s => s.To == Side.Salesforce)] }),
        Remembering("accounted for before the write", (_, b) => b with { Rows = b.Sent.Aggregate(b.Rows, Accounted), Sent = [], Decisions = b.Decisions.Clear() }),
        Remembering("decisions are not remembered", (_, b) => b with { Decisions = b.Decisions.Clear() }),
        Remembering("a withdrawn decision restores nothing", (_, b) => b with { Decisions = b.Decisions.ToImmutableDictionary(d => d.Key, d => d.Value with { Before = d.Value.Before.ToImmutableDictionary(a => a.Key, a => b[a.Key]), Previous = null }) }),
        Remembering("the body and token of a create are not remembered", (_, b) => b with { Intent = null }),
        Remembering("what was looked for once and not found is made anew", (_, b) => b.Intent is { NotFoundAt: not null } ? b with { Intent = null } : b) with { Run = Seldom.LateInTheLists },
        Recalling("an uncertain create is replayed for ever", (universe, b) => b.Intent is { FirstSent: not null } intent ? b with { Intent = intent with { FirstSent = universe.Time.GetUtcNow(), IsTokenSpent = false } } : b),
        Recalling("the later record wins as a whole", (_, b) => b is { Intent: null, Sent.IsEmpty: true, SalesforceDate: not null, PartnerCentralDate: not null } ? b with { Rows = b.Rows.ToImmutableDictionary(r => r.Key, r => r.Value with { CoSell = default, PartnerCentral = default }) } : b),
        Recalling("all accounts are forgotten when the process starts", (universe, b) => universe.Counts.Crashes > 0 ? b with { Rows = b.Rows.Clear() } : b),
        Storing("values that lose are not kept", nameof(ISyncStore.RememberAsync), (_, a) => [a[0], a[1], ((IReadOnlyCollection<JournalRecord>)a[2]!).Where(j => j.Kind != "loser").ToArray(), a[3]]),
        Storing("what is sent has no cause in the journal", nameof(ISyncStore.RememberAsync), (_, a) => [a[0], a[1], ((IReadOnlyCollection<JournalRecord>)a[2]!).Where(j => j.Kind != "sending").ToArray(), a[3]]),
        Storing("an opportunity that carries our identifier is nobody's", nameof(ISyncStore.FindUnfinishedAsync), (_, a) => ["nobody's", a[1]]),
        Storing("the watermark of opportunities is our own clock", nameof(ISyncStore.MoveWatermarkAsync), (universe, a) => (string)a[0]! == "Salesforce" ? a
            : [a[0], universe.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture), a[2]]),
        Storing("what failed once is never looked at again", nameof(ISyncStore.DelayAsync), (_, a) => [a[0], a[1], DateTimeOffset.MaxValue, a[3]]),
        Storing("the calls of the day are not counted", nameof(ISyncStore.CountCallsAsync), (_, _) => null),
        Storing("the calls of the day are forgotten when the process starts", nameof(ISyncStore.CallsAsync), (_, a) => ["nobody's", a[1]]),
        Storing("a mark that is made during a settle is cleared with it", nameof(ISyncStore.ClearAsync), (universe, a) => [a[0], Math.Max((long)a[1]!, Due(universe, (string)a[0]!)), a[2]]) with { Run = Seldom.Impatient },
        Recalling("an edit of what an uncertain write may have brought is taken for what was there before it", Uncertain),
        new("the fence is skipped", _ => new Variant("the fence is skipped") { Store = ChangedStore.WithoutOwner }),
    ];

    private static Mutant Remembering(string name, Func<Link, Baseline, Baseline> change) => new(name, _ => new Variant(name) { Store = s => ChangedStore.Remembering(s, change) });

    private static Mutant Recalling(string name, Func<Universe, Baseline, Baseline> change) => Recalling(name, (universe, link) => link with { Baseline = change(universe, link.Baseline) });

    private static Mutant Recalling(string name, Func<Universe, LinkState, LinkState> change) => new(name, universe => new Variant(name) { Store = s => ChangedStore.Recalling(s, l => change(universe, l)) });

    private static Mutant Storing(string name, string method, Func<Universe, object?[], object?[]?> change) =>
        new(name, universe => new Variant(name) { Store = s => ChangedStore.Of(s, method, a => change(universe, a)) });

    private static long Due(Universe universe, string link) => universe.Durable.GetAsync(link, default).GetAwaiter().GetResult()!.Due;

    /// <summary>As if what AWS holds by now had been there before each write to it.</summary>
    private static LinkState Uncertain(Universe universe, LinkState link)
    {
        if (link.Link.OpportunityId is not { } id || universe.PartnerCentral.Opportunity(id)?["opportunity"] is not JsonObject document) return link;
        SentPart Before(string label, SentPart part) => SimulatedRows.All.FirstOrDefault(r => r.Label == label && r.EntityType is null) is { } row && row.AtAws(document) is { } now && now != part.Value ? part with { PartnerCentral = new Accounted(null, now) } : part;
        SentWrite Changed(SentWrite sent) => sent.To == Side.Salesforce ? sent : sent with { Parts = sent.Parts.ToImmutableDictionary(p => p.Key, p => Before(p.Key, p.Value)) };
        return link with { Baseline = link.Baseline with { Sent = [.. link.Baseline.Sent.Select(Changed)] } };
    }

    /// <summary>The accounts as if what was sent had been delivered.</summary>
    private static ImmutableDictionary<string, RowAccount> Accounted(ImmutableDictionary<string, RowAccount> rows, SentWrite sent) => sent.Parts.Aggregate(rows, (all, part) =>
        all.SetItem(part.Key, all.GetValueOrDefault(part.Key, RowAccount.Never) with { CoSell = part.Value.CoSell, Followed = part.Value.Followed, PartnerCentral = part.Value.PartnerCentral }));
}
