using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SyncWorker.Emulators.PartnerCentral;

/// <summary>Paths as people write them: <c>Project.ExpectedCustomerSpend[0].Amount</c>.</summary>
internal static partial class JsonPath
{
    /// <summary>Sets the value, making the objects on the way; a list grows by one at its end.</summary>
    public static void Set(JsonObject root, string path, JsonNode? value)
    {
        var steps = Steps(path);
        JsonNode target = root;
        for (var i = 0; i < steps.Count - 1; i++)
        {
            var next = Read(target, steps[i]);
            if (next is null) Write(target, steps[i], next = steps[i + 1] is int ? new JsonArray() : new JsonObject(), path);
            target = next;
        }

        Write(target, steps[^1], value?.DeepClone(), path);
    }

    public static JsonNode? Get(JsonNode? root, string path)
    {
        foreach (var step in Steps(path)) root = root is null ? null : Read(root, step);
        return root;
    }

    private static JsonNode? Read(JsonNode target, object step) => (target, step) switch
    {
        (JsonObject item, string name) => item[name],
        (JsonArray items, int index) when index < items.Count => items[index],
        _ => null,
    };

    private static void Write(JsonNode target, object step, JsonNode? value, string path)
    {
        switch (target, step)
        {
            case (JsonObject item, string name): item[name] = value; break;
            case (JsonArray items, int index) when index < items.Count: items[index] = value; break;
            case (JsonArray items, int index) when index == items.Count: items.Add(value); break;
            default: throw new PersonRefusedException(ProblemCode.InvalidValue, $"There is nothing at {path}.");
        }
    }

    private static List<object> Steps(string path) =>
        [.. Step().Matches(path).Select(m => m.Groups["index"].Success ? (object)int.Parse(m.Groups["index"].Value, CultureInfo.InvariantCulture) : m.Groups["name"].Value)];

    [GeneratedRegex(@"\[(?<index>[0-9]{1,4})\]|(?<name>[^.\[\]]+)")]
    private static partial Regex Step();
}
