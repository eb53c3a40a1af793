using System.Net;
using System.Text.Json.Nodes;

namespace SyncWorker.Salesforce;

/// <summary>One subrequest's answer in a composite.</summary>
internal sealed record SubrequestAnswer(HttpStatusCode Status, JsonNode? Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;
}
