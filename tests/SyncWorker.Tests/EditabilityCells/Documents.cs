using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncWorker.Tests.EditabilityCells;

/// <summary>What AWS holds, by paths as the edits name them.</summary>
internal static class Documents
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What AWS itself moves with every update and review.
    private static readonly string[] OfAws = ["LastModifiedDate", "LifeCycle.ReviewStatus", "LifeCycle.ReviewComments", "LifeCycle.ReviewStatusReason", "LifeCycle.NextStepsHistory"];

    /// <summary>The value at a path such as <c>Customer.Contacts[0].Email</c> or <c>OpportunityTeam[BusinessTitle=PartnerAccountManager].Phone</c>.</summary>
    public static string Held(JsonNode? node, string path)
    {
        foreach (var step in path.Split('.'))
        {
            var at = step.IndexOf('[', StringComparison.Ordinal);
            node = node?[at < 0 ? step : step[..at]];
            if (at < 0) continue;
            var pick = step[(at + 1)..^1].Split('=');
            node = pick.Length == 1 ? node?[int.Parse(pick[0])] : node?.AsArray().FirstOrDefault(e => e![pick[0]]?.GetValue<string>() == pick[1]);
        }

        return Text(node);
    }

    /// <summary>The members, other than those named, that differ between two documents; a list of values counts as one member.</summary>
    public static IReadOnlyList<string> Changed(JsonObject before, JsonObject after, params string[] except)
    {
        Dictionary<string, string> was = Leaves(before), becomes = Leaves(after);
        return
        [
            .. was.Keys.Union(becomes.Keys).Where(p => was.GetValueOrDefault(p, "null") != becomes.GetValueOrDefault(p, "null"))
                .Where(p => !OfAws.Concat(except).Any(e => p == e || p.StartsWith(e + "[", StringComparison.Ordinal))).Order(StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, string> Leaves(JsonObject document)
    {
        var leaves = new Dictionary<string, string>();
        Walk(document, "");
        return leaves;

        void Walk(JsonNode? node, string path)
        {
            switch (node)
            {
                case JsonObject members:
                    foreach (var (name, value) in members) Walk(value, path.Length == 0 ? name : $"{path}.{name}");
                    break;
                case JsonArray list when list.Any(e => e is JsonObject):
                    for (var i = 0; i < list.Count; i++) Walk(list[i], list[i]?["BusinessTitle"] is { } title && path == "OpportunityTeam" ? $"{path}[BusinessTitle={title}]" : $"{path}[{i}]");
                    break;
                default:
                    leaves[path] = Text(node);
                    break;
            }
        }
    }

    private static string Text(JsonNode? node) => node switch
    {
        null or JsonArray { Count: 0 } => "null",
        JsonArray list when list.All(e => e is JsonValue) => new JsonArray([.. list.OrderBy(e => e!.GetValue<string>(), StringComparer.Ordinal).Select(e => e!.DeepClone())]).ToJsonString(Relaxed),
        _ => node.ToJsonString(Relaxed),
    };
}
