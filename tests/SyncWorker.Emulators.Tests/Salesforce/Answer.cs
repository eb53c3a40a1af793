using System.Net;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.Salesforce;

/// <summary>A reply, read to its end.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, HttpResponseMessage Http)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string ErrorCode => (string)Json[0]!["errorCode"]!;

    public string Message => (string)Json[0]!["message"]!;

    /// <summary>The record names of a query's answer, in its order.</summary>
    public string[] Names => [.. Json["records"]!.AsArray().Select(r => (string)r!["Name"]!)];

    public void IsRefused(HttpStatusCode status, string code)
    {
        Assert.Equal((status, code), (Status, Status >= HttpStatusCode.BadRequest ? ErrorCode : Text));
    }
}
