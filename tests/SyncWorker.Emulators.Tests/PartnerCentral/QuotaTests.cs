using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class QuotaTests : IDisposable
{
    private readonly SellingClient _client = new(new PartnerCentralEmulatorOptions { EnforceQuotas = true });

    [Fact]
    public void All_writes_share_one_bucket_of_one_a_second()
    {
        var id = Later(() => _client.Create());
        string[] writes =
        [
            "CreateOpportunity", "UpdateOpportunity", "AssociateOpportunity", "DisassociateOpportunity", "AssignOpportunity", "RejectEngagementInvitation",
            "StartEngagementFromOpportunityTask", "StartEngagementByAcceptingInvitationTask",
        ];

        foreach (var write in writes)
        {
            Later(() => Assert.Equal("ResourceNotFoundException", _client.Call("DisassociateOpportunity", AssociationTests.Entity(id, "AwsProducts", "AmazonS3")).Error));
            Assert.Equal("ThrottlingException", _client.Call(write, []).Error);
        }
    }

    [Fact]
    public void All_reads_share_one_bucket_of_ten_a_second()
    {
        string[] reads = ["GetOpportunity", "GetAwsOpportunitySummary", "ListOpportunities", "ListSolutions", "GetEngagementInvitation", "ListEngagementInvitations"];

        foreach (var read in reads)
        {
            Later(() => { });
            for (var i = 0; i < 10; i++) Assert.Null(_client.Call("ListSolutions", []).Error);
            Assert.Equal("ThrottlingException", _client.Call(read, []).Error);
        }
    }

    [Fact]
    public void Reads_and_writes_do_not_wait_for_each_other()
    {
        for (var i = 0; i < 10; i++) _client.Call("ListSolutions", []);

        Assert.NotEmpty(_client.Create());
    }

    [Fact]
    public void What_AWS_lists_no_quota_for_is_not_throttled()
    {
        string[] free = ["SubmitOpportunity", "AcceptEngagementInvitation", "ListEngagementFromOpportunityTasks", "ListEngagementByAcceptingInvitationTasks", "GetEngagement", "TagResource"];

        Assert.All(free, operation => Assert.All(Enumerable.Range(0, 30), _ => Assert.NotEqual("ThrottlingException", _client.Call(operation, []).Error)));
    }

    [Fact]
    public void The_writes_of_a_day_come_back_as_24_hours_pass_since_each()
    {
        _client.Options.WritesPerDay = 3;
        _client.Create();
        _client.Clock.Advance(TimeSpan.FromHours(1));
        Later(() => _client.Create());
        Later(() => _client.Create());

        Assert.Equal("ThrottlingException", Write().Error);
        _client.Clock.Advance(TimeSpan.FromHours(22));
        Assert.Equal("ThrottlingException", Write().Error);
        _client.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotEqual("ThrottlingException", Write().Error);
        _client.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ThrottlingException", Write().Error);
    }

    [Fact]
    public void A_throttled_call_costs_nothing_and_names_no_delay()
    {
        _client.Options.WritesPerDay = 2;
        _client.Create();
        var throttled = Write();
        Assert.Equal(("ThrottlingException", 429), (throttled.Error, (int)throttled.Status));
        Assert.Null(throttled.Response.Headers.RetryAfter);

        Assert.NotEqual("ThrottlingException", Later(Write).Error);
    }

    [Fact]
    public void Quotas_are_off_unless_asked_for()
    {
        using var free = new SellingClient();

        Assert.All(Enumerable.Range(0, 50), _ => Assert.NotEmpty(free.Create()));
    }

    private Answer Write() => _client.Call("AssociateOpportunity", new JsonObject());

    private T Later<T>(Func<T> act)
    {
        _client.Clock.Advance(TimeSpan.FromSeconds(1));
        return act();
    }

    private void Later(Action act) => Later<object?>(() =>
    {
        act();
        return null;
    });

    public void Dispose() => _client.Dispose();
}
