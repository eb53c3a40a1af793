using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>The API versions on offer. Three releases a year: Winter, Spring, Summer.</summary>
internal static class ApiVersions
{
    public const int Oldest = 31;

    public const int Newest = 68;

    private const int Spring26 = 66;

    public static JsonArray List() => [.. Enumerable.Range(Oldest, Newest - Oldest + 1).Select(Entry)];

    private static JsonNode Entry(int version) => new JsonObject
    {
        ["label"] = Label(version),
        ["url"] = $"{ApiPath.Root}/v{version}.0",
        ["version"] = $"{version}.0",
    };

    private static string Label(int version)
    {
        var year = 26 + (int)Math.Floor((version - Spring26) / 3.0);
        return (version % 3) switch
        {
            0 => $"Spring '{year}",
            1 => $"Summer '{year}",
            _ => $"Winter '{year + 1}",
        };
    }
}
