using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class TagTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Fact]
    public void Tags_of_a_create_are_kept_on_the_opportunity()
    {
        var id = _client.Create(Some.Opportunity(o => o["Tags"] = Tags(("Team", "North"), ("Region", "EMEA"))));

        Assert.Equal("""[{"Key":"Region","Value":"EMEA"},{"Key":"Team","Value":"North"}]""", Listed(_client.Get(id)["Arn"]!));
    }

    [Fact]
    public void Tags_of_a_submission_are_kept_on_its_snapshot_job()
    {
        var id = _client.Create();
        var job = _client.Call("StartEngagementFromOpportunityTask", new JsonObject
        {
            ["Identifier"] = id,
            ["ClientToken"] = "s",
            ["AwsSubmission"] = new JsonObject { ["InvolvementType"] = "Co-Sell" },
            ["Tags"] = Tags(("Team", "North")),
        })["ResourceSnapshotJobId"];

        Assert.Equal("""[{"Key":"Team","Value":"North"}]""", Listed($"arn:aws:partnercentral:us-east-1:123456789012:catalog/AWS/resource-snapshot-job/{job}"));
    }

    [Fact]
    public void Tags_are_added_overwritten_and_taken_off()
    {
        var arn = _client.Get(_client.Create())["Arn"]!;

        Assert.Equal("{}", _client.Call("TagResource", new JsonObject { ["ResourceArn"] = arn, ["Tags"] = Tags(("Team", "North"), ("Tier", "1")) }).Body!.ToJsonString());
        Assert.Null(_client.Call("TagResource", new JsonObject { ["ResourceArn"] = arn, ["Tags"] = Tags(("Team", "South")) }).Error);
        Assert.Equal("{}", _client.Call("UntagResource", new JsonObject { ["ResourceArn"] = arn, ["TagKeys"] = new JsonArray("Tier") }).Body!.ToJsonString());

        Assert.Equal("""[{"Key":"Team","Value":"South"}]""", Listed(arn));
    }

    [Fact]
    public void A_key_that_comes_twice_is_refused() => Assert.Equal(
        ("tags", "DUPLICATE_KEY_VALUE"),
        Problem(_client.Call("TagResource", new JsonObject { ["ResourceArn"] = _client.Get(_client.Create())["Arn"], ["Tags"] = Tags(("Team", "North"), ("Team", "South")) })));

    [Theory]
    [InlineData("arn:aws:partnercentral:us-east-1:123456789012:catalog/AWS/opportunity/O1", "ResourceNotFoundException")]
    [InlineData("arn:aws:partnercentral:us-east-1:999999999999:catalog/AWS/solution/S-0051244", "ResourceNotFoundException")]
    [InlineData("arn:aws:partnercentral:us-east-1:123456789012:catalog/Sandbox/solution/S-0051244", "ResourceNotFoundException")]
    [InlineData("arn:aws:partnercentral:us-east-1:123456789012:catalog/AWS/solution/S-0051244", null)]
    [InlineData("arn:aws:partnercentral:us-east-1::catalog/AWS/engagement/eng-01234567890123", "ValidationException")]
    public void Only_what_the_account_owns_has_tags(string arn, string? error) => Assert.Equal(error, _client.Call("ListTagsForResource", new JsonObject { ["ResourceArn"] = arn }).Error);

    [Fact]
    public void The_role_of_snapshot_jobs_is_kept_by_catalog_and_named_in_full()
    {
        Assert.Null(_client.Call("GetSellingSystemSettings", [])["ResourceSnapshotJobRoleArn"]);

        var put = _client.Call("PutSellingSystemSettings", new JsonObject { ["ResourceSnapshotJobRoleIdentifier"] = "AceSnapshots" });

        Assert.Equal(("AWS", "arn:aws:iam::123456789012:role/AceSnapshots"), (put["Catalog"], put["ResourceSnapshotJobRoleArn"]));
        Assert.Equal("arn:aws:iam::123456789012:role/AceSnapshots", _client.Call("GetSellingSystemSettings", [])["ResourceSnapshotJobRoleArn"]);
        Assert.Null(_client.Call("GetSellingSystemSettings", new JsonObject { ["Catalog"] = "Sandbox" })["ResourceSnapshotJobRoleArn"]);
    }

    private string Listed(string arn) => _client.Call("ListTagsForResource", new JsonObject { ["ResourceArn"] = arn }).Node("Tags")!.ToJsonString();

    private static (string?, string) Problem(Answer answer) => (answer.Problems[0].Field, answer.Problems[0].Code);

    private static JsonArray Tags(params (string Key, string Value)[] tags) => [.. tags.Select(t => new JsonObject { ["Key"] = t.Key, ["Value"] = t.Value })];

    public void Dispose() => _client.Dispose();
}
