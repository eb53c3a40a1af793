using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>AWS's facts about the API, read once from the table beside this file.</summary>
internal sealed class SellingModel
{
    private readonly Dictionary<string, StructureShape> _structures;
    private readonly Dictionary<string, (string Request, string? Response)> _operations;
    private readonly Dictionary<string, IReadOnlyList<string>> _values;

    private SellingModel(Dictionary<string, StructureShape> structures, Dictionary<string, (string Request, string? Response)> operations, Dictionary<string, IReadOnlyList<string>> values)
    {
        _structures = structures;
        _operations = operations;
        _values = values;
    }

    public static SellingModel Current { get; } = Load();

    public IEnumerable<string> Operations => _operations.Keys;

    public StructureShape Request(string operation) => _structures[_operations[operation].Request];

    /// <summary>What the operation answers, or null when it answers with an empty body.</summary>
    public StructureShape? Response(string operation) => _operations[operation].Response is { } name ? _structures[name] : null;

    public StructureShape Structure(string name) => _structures[name];

    /// <summary>A list of allowed values: an enum, or one that AWS keeps in its documentation only.</summary>
    public IReadOnlyList<string> Values(string name) => _values[name];

    private static SellingModel Load()
    {
        var sections = TableText.Sections("selling-api.txt");
        var operations = sections.Where(s => s.Kind == "operation").Select(s => s.Name.Split(' ')).ToDictionary(n => n[0], n => (n[1], n.ElementAtOrDefault(2)));
        var values = sections.Where(s => s.Kind is "enum" or "values")
            .ToDictionary(s => s.Name, s => (IReadOnlyList<string>)[.. s.Lines.SelectMany(line => line.Split(" | "))]);
        var structures = sections.Where(IsStructure).ToDictionary(s => s.Name, s => new StructureShape(s.Name, s.Kind == "union"));
        var reader = new ShapeReader(structures, values);
        foreach (var section in sections.Where(IsStructure))
            structures[section.Name].Members.AddRange(section.Lines.Select(reader.Member));
        return new SellingModel(structures, operations, values);
    }

    private static bool IsStructure(TableText.Section section) => section.Kind is "structure" or "union";

    /// <summary>The value with every member of its shape, unset ones as null, and nothing else: as responses spell documents.</summary>
    public static JsonNode? Complete(Shape shape, JsonNode? value) => (shape, value) switch
    {
        (_, null) => null,
        (StructureShape structure, JsonObject item) =>
            new JsonObject(structure.Members.Where(m => !structure.IsUnion || item[m.Name] is not null).Select(m => KeyValuePair.Create(m.Name, Complete(m.Shape, item[m.Name])))),
        (ListShape list, JsonArray items) => new JsonArray([.. items.Select(item => Complete(list.Item, item))]),
        _ => value.DeepClone(),
    };
}
