using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace SyncWorker.Tests.Worlds;

/// <summary>What Salesforce says of one record's update in a composite: that subrequest never reaches it.</summary>
/// <param name="Record">The record's id.</param>
/// <param name="Status">The subrequest's HTTP status.</param>
/// <param name="Code">Salesforce's error code.</param>
/// <param name="Message">Its words.</param>
internal sealed record RefusedUpdate(string Record, int Status, string Code, string Message)
{
    /// <summary>Takes the record's update out of a composite.</summary>
    /// <returns>Where it stood; null where it is not there.</returns>
    public int? TakeOut(HttpRequestMessage request, string body)
    {
        if (!body.Contains("\"PATCH\"", StringComparison.Ordinal)) return null;
        var composite = JsonNode.Parse(body)!;
        var subrequests = (JsonArray)composite["compositeRequest"]!;
        var index = subrequests.ToList().FindIndex(s => s!["method"]!.GetValue<string>() == "PATCH" && s["url"]!.GetValue<string>().Contains(Record, StringComparison.Ordinal));
        if (index < 0) return null;
        subrequests.RemoveAt(index);
        request.Content = new StringContent(composite.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return index;
    }

    /// <summary>Puts the refusal where the update stood.</summary>
    public async Task<HttpResponseMessage> PutInAsync(HttpResponseMessage answer, int index)
    {
        var composite = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var error = new JsonObject { ["message"] = Message, ["errorCode"] = Code, ["fields"] = new JsonArray() };
        ((JsonArray)composite["compositeResponse"]!).Insert(index, new JsonObject { ["body"] = new JsonArray(error), ["httpHeaders"] = new JsonObject(), ["httpStatusCode"] = Status, ["referenceId"] = $"write{index}" });
        answer.Content = new StringContent(composite.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return answer;
    }
}
