using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.PartnerCentral;
using SyncWorker.Remote;

namespace SyncWorker.Tests.Recorded;

public sealed class PartnerCentralWireTests
{
    private const string Updated = """{"Id":"O1","LastModifiedDate":"2026-11-23T09:00:00.001Z"}""";

    [Fact]
    public async Task Speaks_AWS_JSON_with_the_catalog_and_a_signature()
    {
        var data = new ScriptedHandler((HttpStatusCode.OK, Updated));
        var answer = await Clients.PartnerCentral(data).UpdateOpportunityAsync(new JsonObject { ["Identifier"] = "O1", ["Project"] = new JsonObject { ["Title"] = null } }, DateTimeOffset.MaxValue, default);
        Assert.Equal("2026-11-23T09:00:00.001Z", answer["LastModifiedDate"]!.GetValue<string>());
        Assert.Equal("""{"Identifier":"O1","Project":{"Title":null},"Catalog":"Sandbox"}""", data.Asked[0].Body);
        Assert.Equal("partnercentral-selling.us-east-1.api.aws", data.Asked[0].Host);
        Assert.Matches("^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/us-east-1/partnercentral-selling/aws4_request, SignedHeaders=[a-z0-9;-]+, Signature=[0-9a-f]{64}$", data.Asked[0].Authorization);
    }

    [Fact]
    public async Task Reads_all_pages_oldest_first_since_the_date_that_AWS_issued()
    {
        var data = new ScriptedHandler(
            (HttpStatusCode.OK, """{"OpportunitySummaries":[{"Id":"O1"}],"NextToken":"AAMA-next"}"""), (HttpStatusCode.OK, """{"OpportunitySummaries":[{"Id":"O2"}],"NextToken":null}"""));
        var listed = await Clients.PartnerCentral(data).ListOpportunitiesAsync(new DateTimeOffset(2026, 11, 20, 10, 0, 0, 123, TimeSpan.Zero), default);
        Assert.Equal(["O1", "O2"], listed.Select(o => o["Id"]!.GetValue<string>()));
        Assert.Equal(
            """{"Sort":{"SortBy":"LastModifiedDate","SortOrder":"ASCENDING"},"LastModifiedDate":{"AfterLastModifiedDate":"2026-11-20T10:00:00.123Z"},"MaxResults":100,"Catalog":"Sandbox"}""",
            data.Asked[0].Body);
        Assert.Equal("AAMA-next", JsonNode.Parse(data.Asked[1].Body)!["NextToken"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_empty_answer_is_an_answer() => await Clients.PartnerCentral(new ScriptedHandler((HttpStatusCode.OK, ""))).AssociateOpportunityAsync("O1", "Solutions", "S-0051244", DateTimeOffset.MaxValue, default);

    [Fact]
    public async Task An_update_is_never_sent_twice_and_a_read_is()
    {
        var update = new ScriptedHandler((HttpStatusCode.InternalServerError, """{"__type":"InternalServerException","Message":"m"}"""));
        var lost = await Assert.ThrowsAsync<RemoteException>(() => Clients.PartnerCentral(update).UpdateOpportunityAsync([], DateTimeOffset.MaxValue, default));
        Assert.Single(update.Asked);
        Assert.True(lost.MayHaveLanded);
        var read = new ScriptedHandler((HttpStatusCode.InternalServerError, """{"__type":"InternalServerException","Message":"m"}"""), (HttpStatusCode.OK, """{"Id":"O1","LastModifiedDate":"2026-11-23T09:00:00.000Z"}"""));
        await Clients.PartnerCentral(read).GetOpportunityAsync("O1", default);
        Assert.Equal(2, read.Asked.Count);
    }

    [Fact]
    public async Task A_create_is_replayed_byte_for_byte()
    {
        var data = new ScriptedHandler((HttpStatusCode.InternalServerError, """{"__type":"InternalServerException"}"""), (HttpStatusCode.OK, Updated));
        await Clients.PartnerCentral(data).CreateOpportunityAsync(new JsonObject { ["ClientToken"] = "t" }, DateTimeOffset.MaxValue, default);
        Assert.Equal(data.Asked[0].Body, data.Asked[1].Body);
    }

    [Theory]
    [InlineData("""{"__type":"com.amazon.partnerintegrationapi#ConflictException","Message":"m"}""", nameof(RemoteErrorKind.Stale))]
    [InlineData("""{"__type":"ThrottlingException","Message":"m"}""", nameof(RemoteErrorKind.Throttled))]
    [InlineData("""{"__type":"ResourceNotFoundException","Message":"m"}""", nameof(RemoteErrorKind.Missing))]
    [InlineData("""{"__type":"AccessDeniedException","Message":"m"}""", nameof(RemoteErrorKind.Unauthorised))]
    [InlineData("""{"__type":"ValidationException","Message":"m"}""", nameof(RemoteErrorKind.Rejected))]
    public void An_error_means_what_its_name_says_whatever_the_status(string body, string kind)
    {
        foreach (var status in (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.Conflict, HttpStatusCode.TooManyRequests])
            Assert.Equal(kind, PartnerCentralErrors.Read("UpdateOpportunity", new HttpResponseMessage(status), body).Kind.ToString());
    }

    [Theory]
    [InlineData(400, "{\"__type\":\"Validation")]
    [InlineData(403, "<html>Blocked</html>")]
    [InlineData(302, "")]
    public void An_answer_that_names_no_error_is_not_AWSs_and_says_nothing_of_the_request(int status, string body)
    {
        var error = PartnerCentralErrors.Read("CreateOpportunity", new HttpResponseMessage((HttpStatusCode)status), body);
        Assert.Equal((RemoteErrorKind.Transient, true), (error.Kind, error.MayHaveLanded));
    }

    [Fact]
    public async Task What_was_not_answered_at_first_may_have_landed_whatever_a_later_attempt_is_answered()
    {
        var data = new ScriptedHandler((HttpStatusCode.InternalServerError, ""), (HttpStatusCode.Forbidden, """{"__type":"AccessDeniedException","Message":"m"}"""));
        var error = await Assert.ThrowsAsync<RemoteException>(() => Clients.PartnerCentral(data).CreateOpportunityAsync([], DateTimeOffset.MaxValue, default));
        Assert.Equal((RemoteErrorKind.Unauthorised, true, 2), (error.Kind, error.MayHaveLanded, data.Asked.Count));
    }

    [Fact]
    public void All_problems_of_a_validation_are_kept_and_none_is_in_the_message()
    {
        var error = PartnerCentralErrors.Read("CreateOpportunity", new HttpResponseMessage(HttpStatusCode.BadRequest),
            """{"__type":"ValidationException","Message":"m","Reason":"BUSINESS_VALIDATION_FAILED","ErrorList":[{"FieldName":"customer.account.websiteUrl","Message":"bad dana.example","Code":"INVALID_VALUE"},{"FieldName":"project.title","Message":"missing","Code":"REQUIRED_FIELD_MISSING"}]}""");
        Assert.Equal(["customer.account.websiteUrl", "project.title"], error.Fields.Select(f => f.Name));
        Assert.DoesNotContain("dana", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_are_decoded() => Assert.Equal("Business Applications: Mainframe & more", EntityDecoding.Decode("Business Applications&amp;colon; Mainframe &amp; more"));

    [Fact]
    public void An_update_keeps_what_it_does_not_know_and_leaves_out_what_AWS_does_not_take()
    {
        var read = (JsonObject)JsonNode.Parse("""{"Id":"O1","Arn":"arn:x","CreatedDate":"d","LastModifiedDate":"l","Catalog":"AWS","OpportunityTeam":[],"RelatedEntityIdentifiers":{},"LifeCycle":{"ReviewStatus":"Approved","NextStepsHistory":[{"Value":"Call","Time":"t"}]},"Marketing":{"Source":"None","AwsFundingUsed":"Yes"},"New":{"Member":[1,null]}}""")!;
        var sent = UpdateDocument.Of(read, [], SyncWorker.Configuration.FieldMapLoader.Load(Repository.Config).Map!);
        Assert.Equal(
            """{"LastModifiedDate":"l","LifeCycle":{"ReviewStatus":"Approved","NextStepsHistory":[{"Value":"Call","Time":"t"}]},"Marketing":{"Source":"None","AwsFundingUsed":"Yes"},"New":{"Member":[1,null]},"Identifier":"O1"}""",
            sent.ToJsonString());
    }
}
