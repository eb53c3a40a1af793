using System.Text.Json.Nodes;

namespace SyncWorker.Core.Mapping.MemberPaths;

/// <summary>Finds the element of a list that a step picks.</summary>
internal static class ListElement
{
    /// <summary>The element's position; -1 where the list has none.</summary>
    public static int Find(JsonArray list, PathStep step)
    {
        if (step.Index is { } index)
            return index < list.Count ? index : -1;
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject element && step.Matches.All(m => element[m.Key] is JsonValue value && value.TryGetValue<string>(out var text) && text == m.Value))
                return i;
        }
        return -1;
    }
}
