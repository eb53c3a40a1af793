using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SyncWorker.Tests.Engine;

/// <summary>An administrator takes fields from the integration user: describes leave them out, and queries that name them are refused as a whole.</summary>
internal sealed class OrgChanges
{
    private readonly Dictionary<string, string> _hidden = [];

    public void Hide(string field, string type = "AWS_Co_Sell_Opportunity__c") => _hidden[field] = type;

    public void Show() => _hidden.Clear();

    public HttpMessageHandler Around(HttpMessageHandler inner) => new Door(this, inner);

    private bool IsNamed(string text) => _hidden.Any(h => Regex.IsMatch(Uri.UnescapeDataString(text), $@"\b{(h.Value == "Account" ? @"Account\." : "")}{h.Key}\b"));

    private sealed class Door(OrgChanges org, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            if (IsQuery(path + "?") && org.IsNamed(request.RequestUri.Query)) return Json(HttpStatusCode.BadRequest, new JsonArray(Refusal()), null);
            if (path.EndsWith("/composite", StringComparison.Ordinal)) return await CompositeAsync(request, cancellationToken);
            var answer = await base.SendAsync(request, cancellationToken);
            return path.EndsWith("/describe", StringComparison.Ordinal) ? await WithoutHiddenAsync(answer, path, cancellationToken) : answer;
        }

        private async Task<HttpResponseMessage> CompositeAsync(HttpRequestMessage request, CancellationToken cancellation)
        {
            var asked = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellation))!["compositeRequest"]!.AsArray();
            var refused = asked.Select(a => IsQuery(a!["url"]!.GetValue<string>()) && org.IsNamed(a["url"]!.GetValue<string>())).ToArray();
            var answer = await base.SendAsync(request, cancellation);
            if (!refused.Contains(true)) return answer;
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation))!;
            var answers = body["compositeResponse"]!.AsArray();
            for (var i = 0; i < refused.Length; i++)
            {
                if (!refused[i]) continue;
                answers[i]!["httpStatusCode"] = 400;
                answers[i]!["body"] = new JsonArray(Refusal());
            }

            return Json(HttpStatusCode.OK, body, answer.Headers.Date);
        }

        private async Task<HttpResponseMessage> WithoutHiddenAsync(HttpResponseMessage answer, string path, CancellationToken cancellation)
        {
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation))!;
            var fields = body["fields"]!.AsArray();
            foreach (var field in fields.Where(f => org._hidden.GetValueOrDefault(f!["name"]!.GetValue<string>()) == path.Split('/')[^2]).ToArray()) fields.Remove(field);
            return Json(HttpStatusCode.OK, body, answer.Headers.Date);
        }

        private static bool IsQuery(string url) => url.Contains("/query?", StringComparison.Ordinal) || url.Contains("/queryAll?", StringComparison.Ordinal);

        private static JsonObject Refusal() => new() { ["message"] = "\nSELECT Id\n^\nERROR at Row:1:Column:1\nNo such column on entity.", ["errorCode"] = "INVALID_FIELD" };

        private static HttpResponseMessage Json(HttpStatusCode status, JsonNode body, DateTimeOffset? date)
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
            answer.Headers.Date = date;
            return answer;
        }
    }
}
