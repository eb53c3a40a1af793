using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.PartnerCentral;
using SyncWorker.Simulation.Mutants;

namespace SyncWorker.Simulation.Worlds;

/// <summary>AWS says nothing of how soon an opportunity that was just made is listed: here it takes a while.</summary>
internal static class LaggingLists
{
    /// <summary>Around the way to Partner Central.</summary>
    public static HttpMessageHandler Of(Universe universe, HttpMessageHandler way) => universe.Profile.ListLag == TimeSpan.Zero ? way : new ChangedCalls
    {
        InnerHandler = way,
        Hears = (request, answer) => answer.StatusCode == HttpStatusCode.OK && IsList(request) ? Without(universe, request, answer) : answer,
    };

    private static bool IsList(HttpRequestMessage request) => request.Headers.GetValues(PartnerCentralClient.Target).First().EndsWith(".ListOpportunities", StringComparison.Ordinal);

    private static HttpResponseMessage Without(Universe universe, HttpRequestMessage request, HttpResponseMessage answer)
    {
        var text = Text(answer.Content);
        if (!text.EndsWith('}') || JsonNode.Parse(text)!["OpportunitySummaries"] is not JsonArray all) return answer;
        var body = (JsonObject)JsonNode.Parse(text)!;
        var newest = universe.Time.GetUtcNow() + universe.Profile.Skew.PartnerCentral - universe.Profile.ListLag;
        body["OpportunitySummaries"] = new JsonArray([.. all.Where(o => DateTimeOffset.Parse(o!["CreatedDate"]!.GetValue<string>(), CultureInfo.InvariantCulture) <= newest).Select(o => o!.DeepClone())]);
        return ChangedCalls.Answer(request, answer, answer.StatusCode, body.ToJsonString());
    }

    private static string Text(HttpContent content) => content.ReadAsStringAsync().GetAwaiter().GetResult();
}
