using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SyncWorker.Tests.PartnerCentral;

/// <summary>Compares what is sent with what AWS gave, member by member, without a line of the worker's.</summary>
internal static partial class UpdateJudge
{
    private static readonly string[] NeverSent = ["Id", "Arn", "CreatedDate", "OpportunityTeam", "RelatedEntityIdentifiers", "Catalog"];

    /// <summary>What is wrong with an update; null where nothing is.</summary>
    public static string? Objection(SentUpdate update)
    {
        var (status, stage) = ((string)update.Given["LifeCycle"]!["ReviewStatus"]!, (string)update.Given["LifeCycle"]!["Stage"]!);
        if (update.Body is not { } body) return null;
        if (status is "Submitted" or "In review" or "Rejected") return $"an update is sent while the review status is {status}";
        if (NeverSent.FirstOrDefault(body.ContainsKey) is { } read) return $"{read} is sent";
        if ((string?)body["Identifier"] != (string?)update.Given["Id"]) return "the identifier is not the document's";
        if ((string?)body["LastModifiedDate"] != (string?)update.Given["LastModifiedDate"]) return "the date is not the one that was read";
        if (update.Cleared.Select(WrittenMembers.Path).FirstOrDefault(path => !IsNull(body, path.Split('.'))) is { } left) return $"{left} is cleared, and not by an explicit null";
        var mayChange = WrittenMembers.MayChange(update.Edited, status, stage);
        var (before, after) = (Members(update.Given, Decoded), Members(body, text => text));
        before = before.Where(m => !NeverSent.Contains(m.Key.Split('.', '[')[0])).ToDictionary();
        after.Remove("Identifier");
        return before.Keys.Union(after.Keys).Where(m => !mayChange.Contains(m) && before.GetValueOrDefault(m) != after.GetValueOrDefault(m))
            .Select(m => $"{m} was {before.GetValueOrDefault(m, "null")} and becomes {after.GetValueOrDefault(m, "null")} ({status}, {stage})").FirstOrDefault();
    }

    /// <summary>Every value with its path. A null is no value.</summary>
    private static Dictionary<string, string> Members(JsonNode document, Func<string, string> read)
    {
        var found = new Dictionary<string, string>();
        Collect(document, "", found);
        return found.ToDictionary(m => m.Key, m => read(m.Value.Replace("\\u0026", "&", StringComparison.Ordinal)));
    }

    private static void Collect(JsonNode? node, string path, Dictionary<string, string> found)
    {
        switch (node)
        {
            case null: break;
            case JsonObject members:
                foreach (var (name, value) in members.Where(m => m.Key != "__type")) Collect(value, path.Length == 0 ? name : $"{path}.{name}", found);
                break;
            case JsonArray list when list.Count > 0 && list.All(i => i is JsonObject):
                for (var i = 0; i < list.Count; i++) Collect(list[i], $"{path}[{Place(list, i)}]", found);
                break;
            default: found[path] = node.ToJsonString(); break;
        }
    }

    /// <summary>A spend entry is told by its company, of which only Self may stand twice.</summary>
    private static string Place(JsonArray list, int at) => (string?)list[at]!["TargetCompany"] == "AWS" ? "AWS" : $"{at}";

    /// <summary>Once, not twice: what AWS encoded comes out as it was written.</summary>
    private static string Decoded(string text) => Entity().Replace(text, m => m.Value.EndsWith("colon;", StringComparison.Ordinal) ? ":" : "&");

    private static bool IsNull(JsonNode body, string[] path)
    {
        JsonNode? node = body;
        foreach (var part in path)
        {
            var (name, place) = (part.Split('[')[0], part.Contains('[', StringComparison.Ordinal));
            if (node is null) return true;
            if (node is not JsonObject members || !members.TryGetPropertyValue(name, out node)) return false;
            if (place) node = part.EndsWith("[AWS]", StringComparison.Ordinal) ? (node as JsonArray)?.FirstOrDefault(e => (string?)e?["TargetCompany"] == "AWS") : (node as JsonArray)?.FirstOrDefault();
        }

        return node is null;
    }

    [GeneratedRegex("&(?:amp;)?colon;|&amp;")]
    private static partial Regex Entity();
}
