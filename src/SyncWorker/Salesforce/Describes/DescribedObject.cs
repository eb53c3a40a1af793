using System.Text.Json.Nodes;

namespace SyncWorker.Salesforce.Describes;

/// <summary>An object as the org describes it: its fields, as far as the integration user may see them.</summary>
internal sealed record DescribedObject(string Name, IReadOnlyDictionary<string, DescribedField> Fields)
{
    public static DescribedObject Read(string name, JsonObject described) => new(
        name, ((JsonArray)described["fields"]!).Select(f => DescribedField.Read(f!)).ToDictionary(f => f.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The object that a relationship leads to. Where an owner may be a queue too, people are meant.</summary>
    public string? Parent(string relation)
    {
        if (Fields.Values.FirstOrDefault(f => relation.Equals(f.Relation, StringComparison.OrdinalIgnoreCase)) is not { References: [var first, ..] } field) return null;
        return field.References.Contains("User") ? "User" : first;
    }
}
