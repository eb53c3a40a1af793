using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SyncWorker.Tests.Engine;

/// <summary>An administrator takes fields from the integration user: describes leave them out, and queries that name them are refused as a whole.</summary>
internal sealed class OrgChanges
{
    private readonly Dictionary<string, string> _hidden = [];
    private readonly HashSet<string> _empty = [];

    public void Hide(string field, string type = "AWS_Co_Sell_Opportunity__c") => _hidden[field] = type;

    public void Show() => _hidden.Clear();

    /// <summary>Deletes a hidden field and makes it anew: it is there, and empty in every record, none of which that changes.</summary>
    public void MakeAnew(string field)
    {
        Show();
        _empty.Add(field);
    }

    public HttpMessageHandler Around(HttpMessageHandler inner) => new Door(this, inner);

    private bool IsNamed(string text) => _hidden.Any(h => Regex.IsMatch(Uri.UnescapeDataString(text), $@"\b{(h.Value == "Account" ? @"Account\." : "")}{h.Key}\b"));

    private sealed class Door(OrgChanges org, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            if (IsQuery(path + "?") && org.IsNamed(request.RequestUri.Query)) return Json(HttpStatusCode.BadRequest, new JsonArray(Refusal()), null);
            var answer = path.EndsWith("/composite", StringComparison.Ordinal) ? await CompositeAsync(request, cancellationToken) : await base.SendAsync(request, cancellationToken);
            if (path.EndsWith("/describe", StringComparison.Ordinal)) return await WithoutHiddenAsync(answer, path, cancellationToken);
            return org._empty.Count > 0 ? await EmptiedAsync(answer, cancellationToken) : answer;
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

        private async Task<HttpResponseMessage> EmptiedAsync(HttpResponseMessage answer, CancellationToken cancellation)
        {
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            if (text.Length == 0) return answer;
            foreach (var field in org._empty) text = Regex.Replace(text, $@"(""{field}"":)""[^""]*""", "$1null");
            return Json(answer.StatusCode, JsonNode.Parse(text)!, answer.Headers.Date);
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
