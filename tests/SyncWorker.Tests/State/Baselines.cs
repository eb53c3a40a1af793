using System.Collections.Immutable;
using CsCheck;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Tests.State;

/// <summary>Any baseline that the engine could hand to the store.</summary>
internal static class Baselines
{
    private static readonly Gen<string?> Text = Gen.OneOf(Gen.Const((string?)null), Gen.OneOf([.. new string?[] { "", "null", "\"Committed\"", "é ü 漢字 😀", "\u0000\u001f\\\"</script>\u2028", "a\r\nb" }.Select(Gen.Const)]), Gen.String.Select(s => (string?)Sound(s)));
    private static readonly Gen<string> Word = Text.Select(t => t ?? "none");

    // The grain of a tick and another offset than UTC must both survive.
    private static readonly Gen<DateTimeOffset> Date = Gen.Select(Gen.Long[0, 3_000_000_000_000_000_000], Gen.Int[-14, 14]).Select((ticks, hours) => new DateTimeOffset(ticks + TimeSpan.TicksPerDay, TimeSpan.FromHours(hours)));
    private static readonly Gen<DateTimeOffset?> MaybeDate = Gen.OneOf(Gen.Const((DateTimeOffset?)null), Date.Select(d => (DateTimeOffset?)d));
    private static readonly Gen<Side> Sides = Gen.Enum<Side>();

    private static readonly Gen<Accounted> Accounts = Gen.Select(Text, Text).Select((wire, canonical) => new Accounted(wire, canonical));
    private static readonly Gen<RowAccount> Rows = Gen.Select(Accounts, Accounts, Accounts, Gen.Bool, Text).Select((a, b, c, speaks, from) => new RowAccount(a, b, c, speaks, from));
    private static readonly Gen<SentPart> Parts = Gen.Select(Accounts, Accounts, Accounts, Text, Gen.Bool, Gen.Bool).Select((a, b, c, value, from, refresh) => new SentPart(a, b, c, value, from, refresh));
    private static readonly Gen<StandingDecision> Decisions = Gen.Select(Sides, Of(Rows), Gen.Bool, Sides).Select((winner, before, hasPrevious, other) => new StandingDecision(winner, before, hasPrevious ? new StandingDecision(other, before, InDoubt: true) : null));
    private static readonly Gen<Refusal> Refusals = Gen.Select(Word, Word, Gen.Int[1, 9]).Select((fingerprint, words, times) => new Refusal(fingerprint, words, new DateTimeOffset(2026, 11, 23, 9, 0, times, TimeSpan.Zero), times));

    private static readonly Gen<Held> Holds = Gen.Select(Gen.Enum<HoldKind>(), Word, Date).Select((kind, reason, since) => new Held(kind, reason, since));

    private static readonly Gen<SentWrite> Writes = Gen.Select(Sides, Word, Word, Date, Gen.Bool, Of(Parts))
        .Select((to, guard, nonce, at, landed, parts) => new SentWrite { To = to, GuardVersion = guard, Nonce = nonce, At = at, Landed = landed, Parts = parts });

    private static readonly Gen<Intent?> Intents = Gen.OneOf(Gen.Const((Intent?)null), Gen.Select(Gen.Enum<StepKind>(), Word, Word, MaybeDate, MaybeDate, Of(Parts))
        .Select((kind, token, body, first, last, parts) => (Intent?)new Intent { Kind = kind, Token = token, Body = body, FirstSent = first, LastSent = last, Parts = parts }));

    private static readonly Gen<Baseline> Scalars = Gen.Select(MaybeDate, MaybeDate, Text, Text, Text, Text, Gen.Int).Select((salesforce, partnerCentral, receipt, other, mapped, news, sequence) => new Baseline
    {
        SalesforceDate = salesforce, PartnerCentralDate = partnerCentral, SalesforceReceipt = receipt, PartnerCentralReceipt = other, MappedObjectId = mapped, News = news, Sequence = sequence,
    });

    public static Gen<Baseline> Any { get; } = Gen.Select(Scalars, Of(Rows), Of(Decisions), Writes.Array[0, 3], Intents, Of(Refusals), Of(Holds)).Select((scalars, rows, decisions, sent, intent, refusals, held) =>
        scalars with { Rows = rows, Decisions = decisions, Sent = [.. sent], Intent = intent, Refusals = refusals, Held = held });

    private static Gen<ImmutableDictionary<string, T>> Of<T>(Gen<T> values) =>
        Gen.Select(Word, values).Array[0, 4].Select(pairs => pairs.DistinctBy(p => p.Item1).ToImmutableDictionary(p => p.Item1, p => p.Item2));

    // Half of a surrogate pair is no text: JSON cannot carry it, and neither side can send it.
    private static string Sound(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);
}
