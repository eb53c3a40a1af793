using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CsCheck;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.AwsFacts;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

/// <summary>The laws of every codec, over values that a side may hold and over rubbish.</summary>
public class CodecLaws
{
    private static readonly ValueMap Words = Wire.Map(["A", "B", "C", "D - E / F"], ["a1->A", "a2->A", "b1->B", "C->B", "d->"], back: ["A->a1", "B->b1"], spellings: ["Bee->B"]);
    private static readonly ValueMap Open = Wire.Map([], ["x->Y", "Y->Z"]);

    // Names that say little: two of one name, one retired, one that tears a list, one that looks like an id.
    private static readonly SolutionCatalogue Solutions = SolutionCatalogue.Of(
    [
        new Solution("S-1", "A", true), new Solution("S-2", "B", true), new Solution("S-3", "b", true), new Solution("S-4", "C", false), new Solution("S-5", "a1;B", true), new Solution("S-6", "S-1", true),
        new Solution("S-7", "a &amp; b", true), new Solution("S-8", " new  york ", true), new Solution("S-9", "", true),
    ]);

    private static readonly ImmutableArray<Codec> Codecs =
    [
        .. CodecTable.Names.Select(name => Wire.Codec(name, argument: name == "is" ? "A" : null)),
        Wire.Codec("text", length: 5), Wire.Codec("text", length: 5, cut: true), Wire.Codec("yesNo", argument: "Marketing Activity|None"),
        Wire.Codec("picklist", Words), Wire.Codec("picklist", Words with { Otherwise = true }), Wire.Codec("picklist", Words with { Open = true }), Wire.Codec("picklist", Open),
        Wire.Codec("set", Words), Wire.Codec("set", Words with { Open = true }),
    ];

    private static readonly Gen<string> Texts = Gen.Frequency(
        (3, Gen.String[Gen.Char[" aAbBcC01;:&<>\r\n\t\\\"'éß😀.-+@/"], 0, 12]),
        (2, Gen.String[0, 20]),
        (6, Any(
            "A", "a1", "A2", "D - E / F", "d \u2013 e/f", "D\u00a0\u2014 E /F", "B;d\u2011e/f", "&colon;", "&amp;lt;", "New\u00a0York", "B", "Bee", "C", "d", "x", "Y", "a1;B", "C;A;a2", "&amp;", "&amp;amp;colon;", "a &amp; b", "Yes", "no", "true", "FALSE", "Marketing Activity",
            "US", "usa", "Germany", "WA", "Ohio", "new york", "01234", "sw1a 1aa", "+12065550100", "(206) 555-0100 x9", "0049 30 123456", "+4402079460123", "0.00000169",
            "Ana <ana@x.com>", "<a>", "John.Doe@Example.com", "https://Example.com/", "www.x.com/a?b", "001D000000IqhSL", "O12345678901234", "2026-11-22",
            "2026-11-22T21:20:00.000+0000", "S-1", "s-2;S-3", "S-4;A", "S-5", "S-6", "S-7;S-8", "S-9;new York", "2026-11-22T21:20:00.1Z", "531.0", "1e3", "0.005", "12.345", "-1")),
        (1, Gen.Decimal[0, 1_000_000m].Select(d => d.ToString())));

    private static readonly Gen<JsonNode?> Nodes = Gen.Frequency<JsonNode?>(
        (8, Texts.Select(t => (JsonNode?)JsonValue.Create(t))),
        (1, Gen.Const<JsonNode?>((JsonNode?)null)),
        (1, Gen.Bool.Select(b => (JsonNode?)JsonValue.Create(b))),
        (1, Gen.Double[0, 1e6].Select(d => (JsonNode?)JsonValue.Create(d))),
        (2, Texts.Array[0, 3].Select(ts => (JsonNode?)new JsonArray([.. ts.Select(t => JsonValue.Create(t))]))),
        (2, Gen.Select(Texts, Texts, Texts).Select((f, l, e) => (JsonNode?)new JsonObject { ["FirstName"] = f, ["LastName"] = l, ["Email"] = e })));

    private static readonly Gen<(Codec Codec, Place Place, ImmutableArray<JsonNode?> Parts, CodecContext Context)> Cases =
        from codec in Any([.. Codecs])
        from place in Any(Place.CoSell, Place.Followed, Place.PartnerCentral)
        from parts in Nodes.Array[codec.Name == "person" && place == Place.CoSell ? 2 : 1]
        from country in Any<string?>("US", "DE", null)
        select (codec, place, parts.ToImmutableArray(), new CodecContext(country) { Solutions = Solutions });

    [Fact]
    public void What_is_written_reads_the_same() => Cases.Sample(c =>
    {
        var reading = c.Codec.Decode(c.Place, c.Parts, c.Context);
        if (reading.Canonical is not { } canonical)
            return;
        foreach (var to in Enum.GetValues<Place>().Where(to => Holds(c.Codec, to, canonical, c.Context)))
        {
            var written = c.Codec.Encode(to, canonical, Present(c.Codec, to), c.Context);
            if (written.Reason is null)
                Assert.Equal(canonical, c.Codec.Decode(to, written.Parts, c.Context).Canonical);
        }
    }, iter: 20_000);

    [Fact]
    public void Writing_back_what_was_read_changes_nothing_in_Salesforce() => Cases.Sample(c =>
    {
        var reading = c.Codec.Decode(c.Place, c.Parts, c.Context);
        if (c.Place != Place.PartnerCentral && reading.Canonical is { } canonical)
            Assert.Equal(reading.Wire, Codec.Wire(c.Codec.Encode(c.Place, canonical, c.Parts, c.Context).Parts));
    }, iter: 20_000);

    [Fact]
    public void A_new_value_over_any_present_one_reads_as_the_new_value() => Gen.Select(Cases, Nodes).Sample((c, present) =>
    {
        if (c.Codec.Decode(c.Place, c.Parts, c.Context).Canonical is not { } canonical || !Holds(c.Codec, Place.CoSell, canonical, c.Context))
            return;
        foreach (var to in new[] { Place.CoSell, Place.Followed })
        {
            var parts = c.Codec.Name == "person" && to == Place.CoSell ? [present, present?.DeepClone()] : ImmutableArray.Create(present);
            var written = c.Codec.Encode(to, canonical, parts, c.Context);
            if (written.Reason is null)
                Assert.Equal(canonical, c.Codec.Decode(to, written.Parts, c.Context).Canonical);
        }
    }, iter: 20_000);

    [Fact]
    public void Reading_twice_is_reading_once() => Cases.Sample(c =>
    {
        if (c.Codec.Name is "person" || c.Codec.Decode(c.Place, c.Parts, c.Context).Canonical is not { } canonical || !Holds(c.Codec, Place.CoSell, canonical, c.Context))
            return;
        if (c.Codec.Encode(Place.CoSell, canonical, [null], c.Context).Reason is null)
            Assert.Equal(canonical, c.Codec.Decode(Place.CoSell, [JsonValue.Create(canonical)], c.Context).Canonical);
    }, iter: 20_000);

    [Fact]
    public void Nothing_unreadable_becomes_empty_and_no_value_is_blank() => Cases.Sample(c =>
    {
        var reading = c.Codec.Decode(c.Place, c.Parts, c.Context);
        Assert.NotNull(reading.Wire);
        Assert.False(reading.Canonical is { } canonical && string.IsNullOrWhiteSpace(canonical));
        if (reading.IsEmpty)
            Assert.True(MayBeEmpty(c.Codec, c.Place, c.Parts, c.Context), $"{c.Codec.Name} took {reading.Wire} for empty");
    }, iter: 20_000);

    // A state outside the United States stays on the side that says it; a picklist may be read by words that have no way back.
    private static bool Holds(Codec codec, Place place, string canonical, CodecContext context) => codec.Name switch
    {
        "is" => place != Place.PartnerCentral,
        "state" => context.Country == "US" ? UsStates.All.Contains(canonical) : context.Country is null && (UsStates.ByName(canonical) ?? canonical) == canonical,
        _ => true,
    };

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static ImmutableArray<JsonNode?> Present(Codec codec, Place place) => codec.Name == "person" && place == Place.CoSell ? [null, null] : [null];

    private static bool MayBeEmpty(Codec codec, Place place, ImmutableArray<JsonNode?> parts, CodecContext context) =>
        parts.All(p => p is null or JsonArray { Count: 0 } || (p is JsonValue v && v.TryGetValue<string>(out var text) && string.IsNullOrWhiteSpace(text)))
        || (codec.Name == "state" && place != Place.PartnerCentral && context.Country == "DE")
        || codec.Name is "picklist" or "set" or "solutions"
        || (codec.Name is "person" or "name" && parts[0] is JsonObject);
}
