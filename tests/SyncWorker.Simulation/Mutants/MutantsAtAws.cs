using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SyncWorker.PartnerCentral;
using SyncWorker.Remote;
using SyncWorker.Simulation.Rows;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Mutants;

/// <summary>Faults of what the worker says to Partner Central, and of how it takes the answers.</summary>
internal static class MutantsAtAws
{
    public static IEnumerable<Mutant> All =>
    [
        Saying("an update without the guard of Last Modified Date", "UpdateOpportunity", (universe, body) =>
            body["LastModifiedDate"] = universe.PartnerCentral.Opportunity(Id(body))?["opportunity"]!["LastModifiedDate"]!.DeepClone() ?? body["LastModifiedDate"]),
        Saying("an update with the mapped members only", "UpdateOpportunity", (_, body) =>
        {
            (body["Customer"]?["Account"] as JsonObject)?.Remove("Duns");
            (body["Project"] as JsonObject)?.Remove("CompetitorName");
        }),
        Saying("a blank is not sent to AWS", "UpdateOpportunity", (universe, body) =>
        {
            if (body["Project"] is JsonObject project && project["AdditionalComments"] is null) project["AdditionalComments"] = universe.PartnerCentral.Opportunity(Id(body))?["opportunity"]!["Project"]!["AdditionalComments"]?.DeepClone();
        }),
        Saying("a stage is never moved back at AWS", "UpdateOpportunity", (universe, body) =>
        {
            var stages = SimulatedRows.Stage.Values;
            if (body["LifeCycle"] is not JsonObject life || universe.PartnerCentral.Opportunity(Id(body))?["opportunity"]!["LifeCycle"]!["Stage"]?.GetValue<string>() is not { } now) return;
            if (Array.IndexOf(stages, now) > Array.IndexOf(stages, life["Stage"]?.GetValue<string>())) life["Stage"] = now;
        }),
        Saying("a new client token with each attempt of a create", "CreateOpportunity", (universe, body) => body["ClientToken"] = $"attempt-{universe.Counts.Calls}"),
        Saying("a create without the deal's identifier", "CreateOpportunity", (_, body) => body.Remove("PartnerOpportunityIdentifier")),
        Saying("Partner Central is read without an overlap, and behind its watermark", "ListOpportunities", (_, body) =>
        {
            if (body["LastModifiedDate"]?["AfterLastModifiedDate"]?.GetValue<string>() is { } since)
                body["LastModifiedDate"]!["AfterLastModifiedDate"] = DateTimeOffset.Parse(since, System.Globalization.CultureInfo.InvariantCulture).AddSeconds(10).AddMilliseconds(1).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        }),
        Hearing("the review status is not looked at", "GetOpportunity", (request, answer) => Changed(request, answer, body =>
        {
            if (body["LifeCycle"]?["ReviewStatus"]?.GetValue<string>() is "Submitted" or "In review") body["LifeCycle"]!["ReviewStatus"] = "Approved";
        })),
        Hearing("an update that AWS refused as stale is taken for done", "UpdateOpportunity", (request, answer) => answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.BadRequest && Text(answer).Contains("ConflictException", StringComparison.Ordinal)
            ? ChangedCalls.Answer(request, answer, HttpStatusCode.OK, """{"Id":"O1","LastModifiedDate":"2026-11-23T09:00:00.000Z"}""") : answer),
        Hearing("somebody else's page is believed as AWS's refusal", "CreateOpportunity", (request, answer) => Text(answer).Contains("<html>", StringComparison.Ordinal) || (int)answer.StatusCode >= 500
            ? ChangedCalls.Answer(request, answer, HttpStatusCode.BadRequest, """{"__type":"ValidationException","Message":"no","Reason":"BUSINESS_VALIDATION_FAILED","ErrorList":[{"Message":"no","Code":"NOT_ALLOWED","FieldName":"Project.Title"}]}""") : answer),
        Hearing("a chain of pages that broke off is taken for read to its end", "ListOpportunities", (request, answer) => (int)answer.StatusCode >= 400 && Said(request).Contains("NextToken", StringComparison.Ordinal)
            ? ChangedCalls.Answer(request, answer, HttpStatusCode.OK, Newest(answer)) : answer) with { Run = Seldom.ManyPages },
        Hearing("a list that failed is taken for an empty one", "ListOpportunities", (request, answer) => (int)answer.StatusCode >= 400
            ? ChangedCalls.Answer(request, answer, HttpStatusCode.OK, Newest(answer)) : answer),
    ];

    private static Mutant Saying(string name, string operation, Action<Universe, JsonObject> change) => new(name, universe => With(name, typeof(SigV4Handler), 0, () => new ChangedCalls { Asks = r => Is(r, operation), Says = (_, body) => change(universe, body) }));

    private static Mutant Hearing(string name, string operation, Func<HttpRequestMessage, HttpResponseMessage, HttpResponseMessage> change) =>
        new(name, _ => With(name, typeof(SendingHandler), 1, () => new ChangedCalls { Hears = (request, answer) => Is(request, operation) ? change(request, answer) : answer }));

    /// <summary>What is said is changed before the signature, and what is heard before anybody has heard it.</summary>
    private static Variant With(string name, Type handler, int after, Func<ChangedCalls> calls) => new(name)
    {
        Configure = services => services.AddHttpClient(PartnerCentralRegistration.Name).ConfigureAdditionalHttpMessageHandlers((handlers, _) =>
            handlers.Insert(handlers.Select((h, i) => (h, i)).First(h => h.h.GetType() == handler).i + after, calls())),
    };

    private static HttpResponseMessage Changed(HttpRequestMessage request, HttpResponseMessage answer, Action<JsonObject> change)
    {
        if (!answer.IsSuccessStatusCode || Text(answer) is not ['{', ..] text) return answer;
        JsonObject body;
        try
        {
            body = (JsonObject)JsonNode.Parse(text)!;
        }
        catch (System.Text.Json.JsonException)
        {
            return answer;
        }

        change(body);
        return ChangedCalls.Answer(request, answer, answer.StatusCode, body.ToJsonString());
    }

    private static bool Is(HttpRequestMessage request, string operation) => request.Headers.GetValues(PartnerCentralClient.Target).First().EndsWith("." + operation, StringComparison.Ordinal);

    /// <summary>A page with nothing but an opportunity of this very moment.</summary>
    private static string Newest(HttpResponseMessage answer) =>
        $$"""{"OpportunitySummaries":[{"Id":"O999","Catalog":"AWS","LastModifiedDate":"{{answer.Headers.Date?.UtcDateTime ?? new DateTime(2026, 11, 23, 9, 30, 0):yyyy-MM-dd'T'HH:mm:ss'Z'}}"}]}""";

    private static string Said(HttpRequestMessage request) => request.Content!.ReadAsStringAsync().GetAwaiter().GetResult();

    private static string Id(JsonObject body) => body["Identifier"]!.GetValue<string>();

    private static string Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync().GetAwaiter().GetResult();
}
