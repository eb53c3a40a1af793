using System.Globalization;

namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>Reads one member's line of the table, such as <c>Title!: text /(?s).{0,255}</c>.</summary>
internal sealed class ShapeReader(IReadOnlyDictionary<string, StructureShape> structures, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
{
    public Member Member(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var name = line[..colon];
        return new Member(name.TrimEnd('!'), name.EndsWith('!'), Shape(line[(colon + 2)..]));
    }

    private Shape Shape(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (kind, rest) = space < 0 ? (text, "") : (text[..space], text[(space + 1)..]);
        return kind switch
        {
            "any" => new AnyShape(),
            "time" => new TimeShape(),
            "int" => Bounds(rest) is var (min, max) ? new IntegerShape(min, max) : throw new FormatException(text),
            "enum" => new EnumShape(rest, values[rest]),
            "text" => Text(rest),
            "list" => List(rest),
            _ => structures[text],
        };
    }

    private ListShape List(string rest)
    {
        var of = rest.IndexOf("of ", StringComparison.Ordinal);
        var (min, max) = Bounds(rest[..of].Trim());
        return new ListShape(min, max, Shape(rest[(of + 3)..]));
    }

    private static TextShape Text(string rest)
    {
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var (min, max) = Bounds((slash < 0 ? rest : rest[..slash]).Trim());
        return new TextShape(min, max, slash < 0 ? null : new JavaPattern(rest[(slash + 1)..]));
    }

    private static (int Min, int Max) Bounds(string text)
    {
        if (text.Length == 0) return (0, int.MaxValue);
        var ends = text.Split("..");
        return (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[1], CultureInfo.InvariantCulture));
    }
}
