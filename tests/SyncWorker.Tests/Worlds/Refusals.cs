using System.Net;
using System.Text;

namespace SyncWorker.Tests.Worlds;

/// <summary>Answers of the two systems that are not the wanted ones, in their own shapes.</summary>
internal static class Refusals
{
    public static HttpResponseMessage Aws(HttpStatusCode status, string name, string message = "no") =>
        new(status) { Content = new StringContent($$"""{"__type":"com.amazonaws.partnercentralselling#{{name}}","Message":"{{message}}"}""", Encoding.UTF8, "application/x-amz-json-1.0") };

    public static HttpResponseMessage AwsValidation(string field, string message) => new(HttpStatusCode.BadRequest)
    {
        Content = new StringContent(
            $$"""{"__type":"com.amazonaws.partnercentralselling#ValidationException","Message":"The request failed business validations.","Reason":"BUSINESS_VALIDATION_FAILED","ErrorList":[{"FieldName":"{{field}}","Message":"{{message}}","Code":"INVALID_VALUE"}]}""",
            Encoding.UTF8, "application/x-amz-json-1.0"),
    };

    /// <summary>A failed engagement task comes with HTTP 200.</summary>
    public static HttpResponseMessage FailedTask(string reason, string message) => new(HttpStatusCode.OK)
    {
        Content = new StringContent($$"""{"TaskId":"task-0123456789abc","TaskStatus":"FAILED","ReasonCode":"{{reason}}","Message":"{{message}}"}""", Encoding.UTF8, "application/x-amz-json-1.0"),
    };

    public static HttpResponseMessage Salesforce(HttpStatusCode status, string code, string message = "no") =>
        new(status) { Content = new StringContent($$"""[{"message":"{{message}}","errorCode":"{{code}}"}]""", Encoding.UTF8, "application/json") };

    /// <summary>A composite whose update is refused.</summary>
    public static HttpResponseMessage SalesforceUpdate(int status, string code, string message, string? field = null) => new(HttpStatusCode.OK)
    {
        Content = new StringContent(
            $$"""{"compositeResponse":[{"body":[{"message":"{{message}}","errorCode":"{{code}}","fields":[{{(field is null ? "" : $"\"{field}\"")}}]}],"httpHeaders":{},"httpStatusCode":{{status}},"referenceId":"write"},{"body":{"totalSize":0,"done":true,"records":[]},"httpHeaders":{},"httpStatusCode":200,"referenceId":"read"}]}""",
            Encoding.UTF8, "application/json"),
    };
}
