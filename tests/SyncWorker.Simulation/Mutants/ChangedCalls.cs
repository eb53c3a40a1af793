using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace SyncWorker.Simulation.Mutants;

/// <summary>Stands on the way of the worker's calls and changes what they say, or what they are answered.</summary>
internal sealed class ChangedCalls : DelegatingHandler
{
    /// <summary>Changes a request.</summary>
    public Func<HttpRequestMessage, bool> Asks { get; init; } = _ => false;

    /// <summary>Changes a request's body, of the requests that have one.</summary>
    public Action<HttpRequestMessage, JsonObject> Says { get; init; } = (_, _) => { };

    /// <summary>Changes an answer.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage, HttpResponseMessage> Hears { get; init; } = (_, answer) => answer;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Asks(request)) await ChangeAsync(request, cancellationToken);
        return Hears(request, await base.SendAsync(request, cancellationToken));
    }

    /// <summary>An answer in JSON.</summary>
    public static HttpResponseMessage Answer(HttpRequestMessage request, HttpResponseMessage instead, System.Net.HttpStatusCode status, string json)
    {
        var answer = new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent(json, Encoding.UTF8, "application/json") };
        answer.Headers.Date = instead.Headers.Date;
        return answer;
    }

    private async Task ChangeAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var body = request.Content is null ? [] : (JsonObject)JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellation))!;
        Says(request, body);
        if (request.Content is null) return;
        var type = request.Content.Headers.ContentType?.MediaType ?? "application/json";
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString()));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
    }
}
