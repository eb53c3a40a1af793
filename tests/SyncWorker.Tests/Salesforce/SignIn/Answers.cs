using System.Net;
using System.Text;

namespace SyncWorker.Tests.Salesforce.SignIn;

/// <summary>Answers as Salesforce gives them.</summary>
internal static class Answers
{
    public const string Empty = """{"totalSize":0,"done":true,"records":[]}""";
    public const string Expired = """[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]""";

    public static string Token(string token = "00D!first", string instance = "https://example.my.salesforce.com", string org = "00D000000000001EAA") =>
        $$"""{"access_token":"{{token}}","instance_url":"{{instance}}","id":"https://login.salesforce.com/id/{{org}}/005000000000001AAA","token_type":"Bearer","scope":"api"}""";

    public static HttpResponseMessage Json(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
