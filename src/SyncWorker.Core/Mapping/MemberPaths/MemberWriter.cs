using System.Text.Json.Nodes;

namespace SyncWorker.Core.Mapping.MemberPaths;

/// <summary>
/// Writes members into a document that is to be sent to AWS. Everything else in it stays as it is. Clearing sets an explicit null, because of some members AWS keeps what it has where
/// they are left out; an object of which nothing is left becomes null as a whole, because AWS wants members of it wherever it is sent.
/// </summary>
public static class MemberWriter
{
    /// <summary>Writes or clears a member, making the objects and list elements on the way.</summary>
    /// <param name="document">The document of the path's root; it is changed.</param>
    /// <param name="path">The member.</param>
    /// <param name="value">The value, which is cloned; null clears.</param>
    public static void Write(JsonObject document, MemberPath path, JsonNode? value)
    {
        if (value is null)
            Clear(document, path, 0);
        else
            Set(document, path, value);
    }

    private static void Set(JsonObject holder, MemberPath path, JsonNode value)
    {
        foreach (var step in path.Steps.SkipLast(1))
            holder = step.Picks ? Element(List(holder, step.Name), step) : Object(holder, step.Name);
        var last = path.Steps[^1];
        if (last.Picks)
            Replace(List(holder, last.Name), last, value);
        else
            holder[last.Name] = value.DeepClone();
    }

    private static JsonObject Object(JsonObject holder, string name)
    {
        if (holder[name] is JsonObject child)
            return child;
        var made = new JsonObject();
        holder[name] = made;
        return made;
    }

    private static JsonArray List(JsonObject holder, string name)
    {
        if (holder[name] is JsonArray child)
            return child;
        var made = new JsonArray();
        holder[name] = made;
        return made;
    }

    private static JsonObject Element(JsonArray list, PathStep step)
    {
        var at = Position(list, step);
        if (list[at] is JsonObject element)
            return element;
        var made = new JsonObject();
        list[at] = made;
        return made;
    }

    private static void Replace(JsonArray list, PathStep step, JsonNode value)
    {
        var element = value.DeepClone();
        if (element is JsonObject members)
        {
            foreach (var (name, text) in step.Matches.Where(m => members[m.Key] is null))
                members[name] = text;
        }
        list[Position(list, step)] = element;
    }

    // The element's place; a list that is too short grows.
    private static int Position(JsonArray list, PathStep step)
    {
        if (ListElement.Find(list, step) is >= 0 and var at)
            return at;
        while (step.Index is { } index && list.Count < index)
            list.Add(new JsonObject());
        list.Add(new JsonObject(step.Matches.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, m.Value))));
        return list.Count - 1;
    }

    private static void Clear(JsonObject holder, MemberPath path, int depth)
    {
        var step = path.Steps[depth];
        var isLast = depth == path.Steps.Length - 1;
        if (step.Picks)
        {
            if (holder[step.Name] is JsonArray list && ListElement.Find(list, step) is >= 0 and var at)
                ClearElement(list, at, step, path, depth);
        }
        else if (isLast)
        {
            holder[step.Name] = null;
        }
        else if (holder[step.Name] is JsonObject child)
        {
            Clear(child, path, depth + 1);
            if (child.All(m => m.Value is null))
                holder[step.Name] = null;
        }
    }

    private static void ClearElement(JsonArray list, int at, PathStep step, MemberPath path, int depth)
    {
        if (depth < path.Steps.Length - 1)
        {
            if (list[at] is not JsonObject element)
                return;
            Clear(element, path, depth + 1);
            if (element.Any(m => m.Value is not null && step.Matches.All(s => s.Key != m.Key)))
                return;
        }
        // Taking out an element in the middle would move the ones behind it to other positions.
        if (step.Index is not null && at < list.Count - 1)
            list[at] = new JsonObject();
        else
            list.RemoveAt(at);
    }
}
