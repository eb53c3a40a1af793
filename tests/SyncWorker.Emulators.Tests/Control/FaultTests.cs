using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SyncWorker.Emulators.Tests.PartnerCentral;

namespace SyncWorker.Emulators.Tests.Control;

public sealed class FaultTests : IDisposable
{
    private readonly ControlClient _control = new();
    private readonly HttpMessageInvoker _partnerCentral;
    private readonly HttpMessageInvoker _salesforce;

    public FaultTests()
    {
        _partnerCentral = new HttpMessageInvoker(_control.World.PartnerCentralDoor, disposeHandler: false);
        _salesforce = new HttpMessageInvoker(_control.World.SalesforceDoor, disposeHandler: false);
    }

    [Fact]
    public async Task A_fault_happens_as_often_as_it_was_ordered()
    {
        Order("""{"api":"partnerCentral","operation":"ListOpportunities","kind":"unavailable","times":2}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await List()).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await List()).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await List()).StatusCode);
    }

    [Fact]
    public async Task A_throttled_call_says_so_in_each_systems_words()
    {
        Order("""{"api":"partnerCentral","kind":"throttled"}""");
        Order("""{"api":"salesforce","operation":"/query","kind":"throttled"}""");

        Assert.Contains("ThrottlingException", await (await List()).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var answer = await Query();
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("REQUEST_LIMIT_EXCEEDED", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("internalError", "InternalServerException", 500)]
    [InlineData("accessDenied", "AccessDeniedException", 403)]
    [InlineData("quotaExceeded", "ServiceQuotaExceededException", 402)]
    [InlineData("expiredToken", "ExpiredTokenException", 403)]
    public async Task Partner_Central_refuses_in_its_own_words(string kind, string name, int status)
    {
        Order($$"""{"api":"partnerCentral","kind":"{{kind}}"}""");

        var answer = await List();

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains($"#{name}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_is_the_answer_of_a_call_that_was_carried_out()
    {
        Order("""{"api":"partnerCentral","operation":"CreateOpportunity","kind":"lostAnswer"}""");

        await Assert.ThrowsAsync<HttpRequestException>(() => Send("CreateOpportunity", Some.Opportunity(o => { o["Catalog"] = "AWS"; o["ClientToken"] = "t"; })));

        Assert.Single(_control.World.PartnerCentral.Opportunities());
    }

    [Fact]
    public async Task A_call_that_times_out_is_not_carried_out()
    {
        Order("""{"api":"partnerCentral","operation":"CreateOpportunity","kind":"timeout"}""");

        var failure = await Assert.ThrowsAsync<TaskCanceledException>(() => Send("CreateOpportunity", Some.Opportunity(o => { o["Catalog"] = "AWS"; o["ClientToken"] = "t"; })));

        Assert.IsType<TimeoutException>(failure.InnerException);
        Assert.Empty(_control.World.PartnerCentral.Opportunities());
    }

    [Fact]
    public async Task The_journal_holds_the_calls_of_both_systems_in_order()
    {
        await List();
        _control.Clock.Advance(TimeSpan.FromSeconds(1));
        await Query();
        _control.Clock.Advance(TimeSpan.FromSeconds(1));
        Order("""{"api":"partnerCentral","kind":"unavailable"}""");
        await List();

        var journal = _control.Read("/journal").AsArray();

        Assert.Equal(["partnerCentral", "salesforce", "partnerCentral"], journal.Select(c => c!["api"]!.GetValue<string>()));
        Assert.Equal((503, "Unavailable"), (journal[2]!["status"]!.GetValue<int>(), journal[2]!["error"]!.GetValue<string>()));
        Assert.Equal(204, _control.Call("DELETE", "/journal").Status);
        Assert.Empty(_control.Read("/journal").AsArray());
    }

    private void Order(string fault) => Assert.Equal(204, _control.Call("POST", "/faults", fault).Status);

    private Task<HttpResponseMessage> List() => Send("ListOpportunities", new JsonObject { ["Catalog"] = "AWS" });

    private Task<HttpResponseMessage> Query() =>
        _salesforce.SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://org.example.com/services/data/v62.0/query?q=SELECT+Id+FROM+Account"), CancellationToken.None);

    private Task<HttpResponseMessage> Send(string operation, JsonObject body)
    {
        var text = body.ToJsonString();
        var message = new HttpRequestMessage(HttpMethod.Post, "https://partnercentral-selling.us-east-1.api.aws/") { Content = new StringContent(text, Encoding.UTF8) };
        message.Content.Headers.Remove("Content-Type");
        message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-amz-json-1.0");
        message.Headers.TryAddWithoutValidation("X-Amz-Target", "AWSPartnerCentralSelling." + operation);
        var options = _control.World.PartnerCentralOptions;
        new TestSigner(options.AccessKeyId, options.SecretAccessKey).Sign(message, text, _control.World.Clock.GetUtcNow(), "Content-Type", "X-Amz-Target");
        return _partnerCentral.SendAsync(message, CancellationToken.None);
    }

    public void Dispose()
    {
        _partnerCentral.Dispose();
        _salesforce.Dispose();
        _control.Dispose();
    }
}
