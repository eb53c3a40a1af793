using System.Net;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

/// <summary>What came back over the wire, with the questions that tests ask of it.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonObject? Body, HttpResponseMessage Response)
{
    public string? Error => Body?["__type"]?.GetValue<string>().Split('#')[1];

    public string Reason => Body![nameof(Reason)]!.GetValue<string>();

    public IReadOnlyList<(string? Field, string Message, string Code)> Problems =>
        [.. Body!["ErrorList"]!.AsArray().Select(e => (e!["FieldName"]?.GetValue<string>(), e["Message"]!.GetValue<string>(), e["Code"]!.GetValue<string>()))];

    /// <summary>The member at a dotted path, as text; a number in the path is a place in a list.</summary>
    public string? this[string path] => Node(path)?.ToString();

    public JsonNode? Node(string path)
    {
        JsonNode? node = Body;
        foreach (var part in path.Split('.')) node = int.TryParse(part, out var index) ? node!.AsArray()[index] : node![part];
        return node;
    }
}
