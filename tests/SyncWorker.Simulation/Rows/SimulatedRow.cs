using System.Globalization;
using System.Text.Json.Nodes;

namespace SyncWorker.Simulation.Rows;

/// <summary>
/// A row that people edit, as they and an onlooker see it on both sides. Written by hand and without the worker's codecs: it says independently where a value stands and when two are the same.
/// </summary>
/// <param name="Label">The row's label.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Field">The field of the co-sell record.</param>
/// <param name="Member">The member of the opportunity at AWS, with dots; of the summary where AWS owns the row.</param>
internal sealed record SimulatedRow(string Label, ValueKind Kind, string Field, string Member)
{
    /// <summary>The field of the standard Opportunity that it follows; null where it follows none.</summary>
    public string? Followed { get; init; }

    /// <summary>AWS's values, for choices and sets.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>The org's own words in the followed field, with AWS's value of each.</summary>
    public (string Word, string Value)[] Words { get; init; } = [];

    /// <summary>Other words for AWS's values, as people may read and type them in Salesforce.</summary>
    public (string Word, string Value)[] Names { get; init; } = [];

    /// <summary>Whether only AWS may change it.</summary>
    public bool IsAwsOwned { get; init; }

    /// <summary>Whether a blank in Salesforce leaves AWS's value alone.</summary>
    public bool KeepsWhenEmpty { get; init; }

    /// <summary>Whether it is decided together with other rows: then it may lose for what happened to them.</summary>
    public bool IsGrouped { get; init; }

    /// <summary>The name that it shares with the rows that are decided together with it.</summary>
    public string Unit => IsGrouped ? "customer contact" : Label;

    /// <summary>Whether a row of some label is decided together with it.</summary>
    public bool IsDecidedWith(string label) => label == Label || (IsGrouped && SimulatedRows.All.Any(r => r.IsGrouped && r.Label == label));

    /// <summary>Whether AWS always wants a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Where it stands in a list of related entities rather than in the opportunity; null where it does not.</summary>
    public string? EntityType { get; init; }

    /// <summary>What the co-sell record says.</summary>
    public string? InRecord(JsonObject record) => Canonical(record[Field]);

    /// <summary>What the Opportunity says that the record follows.</summary>
    public string? InFollowed(JsonObject opportunity) => Canonical(opportunity[Followed!]) is not { } text ? null
        : Words.Length == 0 ? text : Words.FirstOrDefault(w => w.Word == text).Value ?? "?" + text;

    /// <summary>What AWS's document says.</summary>
    public string? AtAws(JsonObject document) => Canonical(EntityType is null ? At(document, Member) : document["RelatedEntityIdentifiers"]?[EntityType]);

    /// <summary>A value as it is typed into the co-sell record.</summary>
    public JsonNode? ForRecord(string? value) => value is null ? null : Kind == ValueKind.Money ? decimal.Parse(value, CultureInfo.InvariantCulture) : Typed(value);

    /// <summary>A value as it is typed into the Opportunity: any of the words that mean it.</summary>
    public JsonNode? ForFollowed(string? value, Chance chance) => value is null ? null : Words.Length == 0 ? value : chance.One(Words.Where(w => w.Value == value).Select(w => w.Word).ToArray());

    /// <summary>A value as AWS's API takes it.</summary>
    public JsonNode? ForAws(string? value) => Kind switch
    {
        ValueKind.Set => value is null ? new JsonArray() : new JsonArray([.. value.Split(';').Select(v => (JsonNode)v)]),
        _ => value is null ? null : Typed(value),
    };

    /// <summary>Some texts are typed with blanks around them, which mean nothing.</summary>
    private string Typed(string value) => Kind == ValueKind.Text && value[^1] == '7' ? $" {value} " : value;

    /// <summary>A value that nobody typed before, where there are enough of them.</summary>
    public string Fresh(int number, Chance chance) => Kind switch
    {
        ValueKind.Money => (1000 + number).ToString(CultureInfo.InvariantCulture) + (chance.Of(0.3) ? ".5" : ""),
        ValueKind.Date => new DateOnly(2027, 1, 1).AddDays(number % 3000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ValueKind.Choice => chance.One(Values),
        ValueKind.Set => string.Join(';', Values.Where((_, i) => ((chance.Between(1, (1 << Values.Length) - 1) >> i) & 1) == 1 || i == number % Values.Length).Order(StringComparer.Ordinal)),
        _ => chance.Weighted((8, $"{Label} {number}"), (1, $"R&D: {Label} <{number}>"), (1, $"{Label} {number} — naïve")),
    };

    /// <summary>The value as an onlooker compares it.</summary>
    public string? Canonical(JsonNode? node)
    {
        switch (node)
        {
            case null:
                return null;
            case JsonArray list:
                return list.Count == 0 ? null : string.Join(';', list.Select(e => e!.ToString()).Order(StringComparer.Ordinal));
            default:
                var text = node.ToString().Trim();
                if (text.Length == 0) return null;
                if (Kind == ValueKind.Set) return string.Join(';', text.Split(';').Select(e => Named(e.Trim())).Order(StringComparer.Ordinal));
                return Kind == ValueKind.Money ? (decimal.Parse(text, CultureInfo.InvariantCulture) / 1.000000000000000000m).ToString(CultureInfo.InvariantCulture) : text;
        }
    }

    private string Named(string element) => Names.FirstOrDefault(n => n.Word == element).Value ?? element;

    private static JsonNode? At(JsonObject document, string path)
    {
        JsonNode? node = document;
        foreach (var step in path.Split('.'))
        {
            if (node is not JsonObject holder) return null;
            var (name, index) = step.EndsWith("[0]", StringComparison.Ordinal) ? (step[..^3], true) : (step, false);
            node = holder[name];
            if (index) node = node is JsonArray { Count: > 0 } list ? list[0] : null;
        }

        return node;
    }
}
