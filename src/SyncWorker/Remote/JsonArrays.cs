using System.Text.Json.Nodes;

namespace SyncWorker.Remote;

/// <summary>Lists in answers.</summary>
internal static class JsonArrays
{
    /// <summary>Takes the objects out of a list that nobody needs any more: they need not be copied to stand alone.</summary>
    public static IReadOnlyList<JsonObject> Taken(this JsonArray list)
    {
        JsonObject[] items = [.. list.Select(i => (JsonObject)i!)];
        list.Clear();
        return items;
    }
}
