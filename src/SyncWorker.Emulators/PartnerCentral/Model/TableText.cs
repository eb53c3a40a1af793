namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>Reads an embedded table: a heading <c>kind name</c> at the margin, its lines indented below it, comments after <c>#</c>.</summary>
internal static class TableText
{
    public static IReadOnlyList<Section> Sections(string resource)
    {
        var sections = new List<Section>();
        foreach (var line in Lines(resource))
        {
            if (char.IsWhiteSpace(line[0]))
            {
                sections[^1].Lines.Add(line.Trim());
                continue;
            }

            var space = line.IndexOf(' ', StringComparison.Ordinal);
            sections.Add(new Section(line[..space], line[(space + 1)..], []));
        }

        return sections;
    }

    public static IEnumerable<string> Lines(string resource)
    {
        using var stream = typeof(TableText).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The table {resource} is not embedded.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') lines.Add(line);
        return lines;
    }

    internal sealed record Section(string Kind, string Name, List<string> Lines);
}
