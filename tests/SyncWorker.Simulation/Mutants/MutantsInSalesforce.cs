using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Mutants;

/// <summary>Faults of what the worker says to Salesforce, and of how it takes the answers.</summary>
internal static class MutantsInSalesforce
{
    public static IEnumerable<Mutant> All =>
    [
        Patching("an update without If-Unmodified-Since", patch => patch.Remove("httpHeaders")),
        Patching("an update without its nonce", patch => (patch["body"] as JsonObject)!.Remove(CoSellFields.SyncNonce)),
        Patching("a blank is not sent to Salesforce", patch =>
        {
            var fields = (JsonObject)patch["body"]!;
            foreach (var blank in fields.Where(f => f.Value is null).Select(f => f.Key).ToArray()) fields.Remove(blank);
        }),
        new("a record is inserted without its Clazar Id", _ => With("insert", () => new ChangedCalls { Asks = IsInsert, Says = (_, body) => body.Remove(CoSellFields.ClazarId) })),
        new("a record is upserted, so that a second try overwrites", _ => With("upsert", () => new ChangedCalls
        {
            Asks = IsInsert,
            Says = (request, body) =>
            {
                request.Method = HttpMethod.Patch;
                request.RequestUri = new Uri($"{request.RequestUri!.GetLeftPart(UriPartial.Path)}/{CoSellFields.ClazarId}/{body[CoSellFields.ClazarId]}");
                body.Remove(CoSellFields.ClazarId);
            },
            Hears = (request, answer) => request.Method == HttpMethod.Patch && answer.StatusCode == HttpStatusCode.OK
                ? ChangedCalls.Answer(request, answer, HttpStatusCode.Created, answer.Content.ReadAsStringAsync().GetAwaiter().GetResult()) : answer,
        })),
        new("an update that Salesforce refused as stale is taken for done", _ => With("412", () => new ChangedCalls { Hears = Done })),
        new("a page ends in the middle of a second, and the rest of it is not read", _ => new Variant("ties") { HasSmallPages = true, Salesforce = way => SmallPages.FromSalesforce(way, withTies: false) }),
        new("what rows follow is not polled", _ => With("followed", () => new ChangedCalls { Hears = (request, answer) => Emptied(request, answer, "Opportunity__r") })),
        new("a poll that failed is taken for an empty one", universe => With("failed", () => new ChangedCalls
        {
            Hears = (request, answer) =>
            {
                if (!IsComposite(request) || answer.IsSuccessStatusCode || Queries(request) is not (> 0 and var queries)) return answer;
                answer.Headers.Date = universe.Time.GetUtcNow() + universe.Profile.Skew.Salesforce;
                return ChangedCalls.Answer(request, answer, HttpStatusCode.OK, new JsonObject { ["compositeResponse"] = new JsonArray([.. Enumerable.Range(0, queries).Select(i => Empty(i))]) }.ToJsonString());
            },
        })),
    ];

    private static Mutant Patching(string name, Action<JsonObject> change) => new(name, _ => With(name, () => new ChangedCalls
    {
        Asks = IsComposite,
        Says = (_, body) =>
        {
            foreach (var patch in ((JsonArray)body["compositeRequest"]!).Select(s => (JsonObject)s!).Where(s => s["method"]!.GetValue<string>() == "PATCH")) change(patch);
        },
    }));

    private static Variant With(string name, Func<ChangedCalls> calls) => new(name)
    {
        Salesforce = way =>
        {
            var changed = calls();
            changed.InnerHandler = way;
            return changed;
        },
    };

    private static HttpResponseMessage Done(HttpRequestMessage request, HttpResponseMessage answer) => !IsComposite(request) || !answer.IsSuccessStatusCode ? answer
        : Changed(request, answer, body =>
        {
            foreach (var part in ((JsonArray)body["compositeResponse"]!).Select(s => (JsonObject)s!).Where(s => s["httpStatusCode"]!.GetValue<int>() == 412))
            {
                part["httpStatusCode"] = 204;
                part["body"] = null;
            }
        });

    /// <summary>The answers to the queries of records by what they follow, without any record.</summary>
    private static HttpResponseMessage Emptied(HttpRequestMessage request, HttpResponseMessage answer, string followed)
    {
        if (!IsComposite(request) || !answer.IsSuccessStatusCode) return answer;
        var asked = ((JsonArray)JsonNode.Parse(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult())!["compositeRequest"]!).Select(s => Uri.UnescapeDataString(s!["url"]!.GetValue<string>())).ToArray();
        return Changed(request, answer, body =>
        {
            foreach (var (part, url) in ((JsonArray)body["compositeResponse"]!).Select(s => (JsonObject)s!).Zip(asked))
            {
                if (url.Contains($"WHERE {followed}", StringComparison.Ordinal) || url.Contains($"ORDER BY {followed}", StringComparison.Ordinal)) ((JsonArray)part["body"]!["records"]!).Clear();
            }
        });
    }

    private static HttpResponseMessage Changed(HttpRequestMessage request, HttpResponseMessage answer, Action<JsonObject> change)
    {
        JsonObject body;
        try
        {
            body = (JsonObject)JsonNode.Parse(answer.Content.ReadAsStringAsync().GetAwaiter().GetResult())!;
        }
        catch (System.Text.Json.JsonException)
        {
            return answer;
        }

        if (body["compositeResponse"] is not null) change(body);
        return ChangedCalls.Answer(request, answer, answer.StatusCode, body.ToJsonString());
    }

    private static JsonObject Empty(int number) => new JsonObject
    {
        ["body"] = new JsonObject { ["totalSize"] = 0, ["done"] = true, ["records"] = new JsonArray() }, ["httpHeaders"] = new JsonObject(), ["httpStatusCode"] = 200, ["referenceId"] = $"q{number}",
    };

    /// <summary>How many queries a composite asks, where it writes nothing.</summary>
    private static int Queries(HttpRequestMessage request)
    {
        var parts = (JsonArray)JsonNode.Parse(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult())!["compositeRequest"]!;
        return parts.All(p => p!["method"]!.GetValue<string>() == "GET") ? parts.Count : 0;
    }

    private static bool IsComposite(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.EndsWith("/composite", StringComparison.Ordinal);

    private static bool IsInsert(HttpRequestMessage request) => request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.Contains("/sobjects/", StringComparison.Ordinal);
}
