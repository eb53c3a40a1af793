using Microsoft.Extensions.DependencyInjection;
using SyncWorker.Configuration;
using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>What an operator lets the worker do without a person: off by default, and only for the deals of a scope.</summary>
public sealed class ScopeTests
{
    [Theory]
    [InlineData("US", true)]
    [InlineData("DE", false)]
    public async Task A_referral_is_accepted_without_a_decision_only_in_the_scope(string country, bool isAccepted)
    {
        await using var world = new World(Given(o => o.AcceptReferrals = new() { ["Country"] = [country], ["Industry"] = ["Retail", "Financial Services"] }));
        world.Emulated.PartnerCentral.Refer(Deals.AtAws("Claims platform"));
        await world.SyncAsync();
        await world.SyncAsync();
        Assert.Equal(isAccepted ? ["StartEngagementByAcceptingInvitationTask"] : [], world.AwsWrites());
        Assert.Equal(isAccepted ? "In sync" : "Referral to answer", world.RecordOf("Claims platform")[CoSellFields.SyncStatus]!.GetValue<string>());
    }

    [Fact]
    public async Task A_seller_who_rejects_a_referral_of_the_scope_first_is_heard()
    {
        var accepts = false;
        await using var world = new World(Given(o => o.AcceptReferrals = accepts ? new() { ["Country"] = ["US"] } : []));
        var record = await world.ReferredAsync("Claims platform");
        world.SellerEdits(record, new() { [CoSellFields.ReferralDecision] = "Reject", ["Rejection_Reason__c"] = "Unable to support" });
        accepts = true;
        await world.SyncAsync();
        Assert.Equal(["RejectEngagementInvitation"], world.AwsWrites());
    }

    [Theory]
    [InlineData("Net New Business", true)]
    [InlineData("Expansion", false)]
    public async Task A_complete_draft_is_submitted_without_the_tick_only_in_the_scope(string type, bool isSubmitted)
    {
        await using var world = new World(Given(o => o.SubmitAuto = new() { ["Opportunity Type"] = [type] }));
        var record = await world.SharedAsync(Deals.Northwind);
        Assert.Empty(world.AwsWrites());
        world.SellerEdits(record, Deals.Complete());
        await world.SyncAsync();
        Assert.Equal(isSubmitted ? ["CreateOpportunity", "AssociateOpportunity", "StartEngagementFromOpportunityTask"] : [], world.AwsWrites());
    }

    [Fact]
    public void A_scope_that_names_no_row_or_no_value_is_told()
    {
        var options = new SyncOptions { AcceptReferrals = new() { ["Land"] = ["US"] }, SubmitAuto = new() { ["Country"] = [] } };
        var result = new ValidateScopes(new MapHolder(FieldMapLoader.Load(Repository.Config).Map!)).Validate(null, options);
        Assert.Equal(
            ["Sync:AcceptReferrals names 'Land', which is no row of the field map.", "Sync:SubmitAuto:Country has no value. Name the AWS values that are in the scope."],
            result.Failures);
    }

    private static Action<IServiceCollection> Given(Action<SyncOptions> set) => services => services.PostConfigure(set);
}
