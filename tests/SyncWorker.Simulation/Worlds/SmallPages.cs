using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SyncWorker.PartnerCentral;
using SyncWorker.Simulation.Mutants;

namespace SyncWorker.Simulation.Worlds;

/// <summary>Both systems answer with fewer records a page than they were asked for, as both may; so a handful of deals has many pages.</summary>
internal static partial class SmallPages
{
    /// <summary>Pages of two opportunities.</summary>
    public static void FromAws(IServiceCollection services) => services.AddHttpClient(PartnerCentralRegistration.Name).ConfigureAdditionalHttpMessageHandlers((handlers, _) =>
        handlers.Insert(handlers.Select((h, i) => (h, i)).First(h => h.h is SigV4Handler).i, new ChangedCalls
        {
            Asks = request => request.Headers.GetValues(PartnerCentralClient.Target).First().EndsWith(".ListOpportunities", StringComparison.Ordinal),
            Says = (_, body) => body["MaxResults"] = 2,
        }));

    /// <summary>Pages of one record.</summary>
    /// <param name="way">The way to Salesforce.</param>
    /// <param name="withTies">Whether the next page begins within the second in which this one ended; otherwise a poll that does not care for ties is played.</param>
    public static HttpMessageHandler FromSalesforce(HttpMessageHandler way, bool withTies) => new ChangedCalls
    {
        InnerHandler = way,
        Asks = IsPoll,
        Says = (_, body) =>
        {
            foreach (var query in Queries(body)) query["url"] = Smaller(query["url"]!.GetValue<string>(), withTies);
        },
        Hears = (request, answer) => IsPoll(request) && answer.IsSuccessStatusCode ? WithMore(request, answer) : answer,
    };

    private static string Smaller(string url, bool withTies)
    {
        var at = url.IndexOf("?q=", StringComparison.Ordinal) + 3;
        var soql = Uri.UnescapeDataString(url[at..]).Replace("LIMIT 500", "LIMIT 1", StringComparison.Ordinal);
        return url[..at] + Uri.EscapeDataString(withTies ? soql : Tie().Replace(soql, ""));
    }

    private static HttpResponseMessage WithMore(HttpRequestMessage request, HttpResponseMessage answer)
    {
        if (Parse(answer.Content.ReadAsStringAsync().GetAwaiter().GetResult()) is not { } body || body["compositeResponse"] is not JsonArray parts) return answer;
        foreach (var page in parts.Select(s => s!["body"]).OfType<JsonObject>()) page["done"] = (page["records"] as JsonArray)?.Count == 0;
        return ChangedCalls.Answer(request, answer, answer.StatusCode, body.ToJsonString());
    }

    /// <summary>Only a poll asks in pages; what is read together with an update is read whole.</summary>
    private static bool IsPoll(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.EndsWith("/composite", StringComparison.Ordinal)
        && Parse(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult()) is { } body && ((JsonArray)body["compositeRequest"]!).All(s => s!["method"]!.GetValue<string>() == "GET");

    private static IEnumerable<JsonObject> Queries(JsonObject body) => ((JsonArray)body["compositeRequest"]!).Select(s => (JsonObject)s!);

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@" OR \([^()]+ AND Id > '[^']+'\)")]
    private static partial Regex Tie();
}
