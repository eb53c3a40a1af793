using System.Net;
using SyncWorker.Emulators.PartnerCentral;
using SyncWorker.Emulators.PartnerCentral.Wire;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class WireTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Fact]
    public void A_response_carries_its_type_request_id_and_date()
    {
        var response = _client.Call("ListOpportunities", []).Response;

        Assert.Equal("application/x-amz-json-1.0", response.Content.Headers.ContentType!.ToString());
        Assert.Matches("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", response.Headers.GetValues("x-amzn-RequestId").Single());
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 9, 30, 15, TimeSpan.Zero), response.Headers.Date!.Value, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void An_error_is_named_in_the_body_and_in_a_header()
    {
        var answer = _client.Get("O1");

        Assert.EndsWith("#ResourceNotFoundException", answer["__type"], StringComparison.Ordinal);
        Assert.StartsWith("ResourceNotFoundException:http", answer.Response.Headers.GetValues("x-amzn-ErrorType").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StatusCodeStyle.Modelled, HttpStatusCode.NotFound)]
    [InlineData(StatusCodeStyle.Documented, HttpStatusCode.BadRequest)]
    public void The_status_of_an_error_follows_the_source_that_is_chosen(StatusCodeStyle style, HttpStatusCode status)
    {
        using var client = new SellingClient(new PartnerCentralEmulatorOptions { StatusCodes = style });

        Assert.Equal(status, client.Get("O1").Status);
    }

    [Theory]
    [InlineData("DeleteOpportunity")]
    [InlineData("CreateEngagement")]
    [InlineData("CreateEngagementContext")]
    [InlineData("CreateEngagementInvitation")]
    [InlineData("CreateResourceSnapshot")]
    [InlineData("CreateResourceSnapshotJob")]
    [InlineData("DeleteResourceSnapshotJob")]
    [InlineData("GetProspectingFromEngagementTask")]
    [InlineData("GetResourceSnapshotJob")]
    [InlineData("ListOpportunityFromEngagementTasks")]
    [InlineData("ListProspectingFromEngagementTasks")]
    [InlineData("ListResourceSnapshotJobs")]
    [InlineData("StartOpportunityFromEngagementTask")]
    [InlineData("StartProspectingFromEngagementTask")]
    [InlineData("StartResourceSnapshotJob")]
    [InlineData("StopResourceSnapshotJob")]
    [InlineData("UpdateEngagementContext")]
    public void What_is_not_emulated_is_an_unknown_operation(string operation)
    {
        var answer = _client.Call(operation, []);

        Assert.Equal(("UnknownOperationException", HttpStatusCode.NotFound), (answer.Error, answer.Status));
    }

    [Theory]
    [InlineData("ListOpportunities", 200, null)]
    [InlineData("DeleteOpportunity", 404, "UnknownOperationException")]
    public void An_operation_in_the_path_is_answered_in_plain_JSON(string operation, int status, string? error)
    {
        const string Body = """{"Catalog":"AWS"}""";
        using var message = new HttpRequestMessage(HttpMethod.Post, $"https://partnercentral-selling.us-east-1.api.aws/{operation}") { Content = new StringContent(Body) };
        message.Content.Headers.ContentType = new("application/json");
        new TestSigner(_client.Options.AccessKeyId, _client.Options.SecretAccessKey).Sign(message, Body, _client.Clock.GetUtcNow());

        var answer = _client.Send(message);

        Assert.Equal((status, error, "application/json"), ((int)answer.Status, answer.Error, answer.Response.Content.Headers.ContentType!.ToString()));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"Catalog":"AWS","Catalog":"Sandbox"}""")]
    public void A_body_that_is_no_JSON_object_cannot_be_read(string body) => Assert.Equal("SerializationException", _client.Send("ListOpportunities", body).Error);

    [Fact]
    public void Entities_are_encoded_when_asked_for_and_then_no_longer_accepted()
    {
        using var client = new SellingClient(new PartnerCentralEmulatorOptions { EntityEncoding = true });
        var id = client.Create(Some.Opportunity(o => o["Project"]!["CustomerUseCase"] = "Business Applications: Mainframe Modernization"));

        var read = client.Get(id);

        Assert.Equal("Business Applications&amp;colon; Mainframe Modernization", read["Project.CustomerUseCase"]);
        Assert.Equal("2026-11-23T09:30:15.250Z", read["LastModifiedDate"]);
        Assert.Equal("INVALID_ENUM_VALUE", client.Update(id, _ => { }).Problems[0].Code);
    }

    [Fact]
    public void Ten_reads_and_one_write_a_second_are_let_through()
    {
        using var client = new SellingClient(new PartnerCentralEmulatorOptions { EnforceQuotas = true });
        var id = client.Create();

        Assert.Equal("ThrottlingException", client.Call("AssociateOpportunity", AssociationTests.Entity(id, "AwsProducts", "AmazonS3")).Error);
        Assert.Equal([.. Enumerable.Repeat<string?>(null, 10), "ThrottlingException"], Enumerable.Range(0, 11).Select(_ => client.Get(id).Error));
        client.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(client.Call("AssociateOpportunity", AssociationTests.Entity(id, "AwsProducts", "AmazonS3")).Error);
    }

    [Fact]
    public void Ten_thousand_writes_in_a_day_are_the_end()
    {
        var now = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
        var writes = new QuotaBucket(() => 1, () => 10_000, now);
        for (var i = 0; i < 10_000; i++) Assert.True(writes.TryTake(now.AddSeconds(i)));

        Assert.False(writes.TryTake(now.AddSeconds(10_000)));
        Assert.True(writes.TryTake(now.AddDays(1)));
    }

    [Fact]
    public void The_journal_names_operations_statuses_and_errors()
    {
        _client.Call("ListOpportunities", []);
        _client.Get("O1");

        Assert.Equal(
            [
                new EmulatorCall(_client.Clock.GetUtcNow(), "partnerCentral", "ListOpportunities", 200, null),
                new EmulatorCall(_client.Clock.GetUtcNow(), "partnerCentral", "GetOpportunity", 404, "ResourceNotFoundException"),
            ],
            _client.Emulator.Calls);
        _client.Emulator.ClearCalls();
        Assert.Empty(_client.Emulator.Calls);
    }

    [Fact]
    public void An_interceptor_answers_first()
    {
        _client.Emulator.Intercept = _ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, _client.Call("ListOpportunities", []).Status);
        Assert.Equal(503, _client.Emulator.Calls[0].Status);
    }

    public void Dispose() => _client.Dispose();
}
