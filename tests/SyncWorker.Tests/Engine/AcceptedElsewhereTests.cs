using System.Text.Json.Nodes;
using SyncWorker.Auditing;
using SyncWorker.Connections;
using SyncWorker.Tests.CommandLine;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>A colleague accepts a referral in AWS's own screens: the opportunity that this makes is the referral's, whoever meets it first.</summary>
public sealed class AcceptedElsewhereTests
{
    [Fact]
    public async Task A_number_that_a_seller_pastes_before_the_acceptance_is_noticed_stays_with_the_referral()
    {
        await using var world = new World();
        var (referral, number) = await AcceptedAsync(world);
        var pasted = world.Emulated.Salesforce.Create(world.Map.RecordType, new JsonObject { ["APN_CRM_Unique_Identifier__c"] = number }, Deals.Seller);
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.PassAsync(() => world.Part<Connection>().PollSalesforceAsync(default));
        await world.PassAsync(() => world.Part<Connection>().DrainAsync(default));
        Assert.Contains($"a referral is just being accepted, and {number} may be its opportunity", world.Field(pasted, "Sync_Error__c"), StringComparison.Ordinal);

        await world.SyncAsync();
        Assert.Equal(referral, (await world.Store.FindByOpportunityAsync(number, default))!.Link.RecordId);
        Assert.Contains($"{number} is linked to another co-sell record already", world.Field(pasted, "Sync_Error__c"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audit_takes_the_opportunity_of_an_acceptance_that_nobody_noticed_for_no_drift_and_its_repair_leaves_it_to_the_referral()
    {
        await using var world = new World();
        var (referral, number) = await AcceptedAsync(world);
        world.Clock.Advance(TimeSpan.FromHours(1));
        var typed = await Typed.AuditAsync(world, repair: true);
        Assert.DoesNotContain("OpportunityWithoutLink", typed.Output, StringComparison.Ordinal);

        await world.SyncAsync();
        Assert.Equal(referral, (await world.Store.FindByOpportunityAsync(number, default))!.Link.RecordId);
        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));
    }

    [Fact]
    public async Task A_repair_of_an_opportunity_that_an_acceptance_may_have_made_since_the_audit_waits()
    {
        await using var world = new World();
        var (_, number) = await AcceptedAsync(world);
        var report = new AuditReport(1, 1, 1, 0, [new Drift(DriftKind.OpportunityWithoutLink, null, null, number, null, "no link knows the opportunity")], []);
        IReadOnlyList<string> done = [];
        await world.PassAsync(async () => done = await world.Part<Connection>().DoAsync(c => world.Part<Repair>().RunAsync(report, c), default));
        Assert.Equal([$"{number}: may be what an open create or acceptance made, and waits for that."], done);
        Assert.Null(await world.Store.FindByOpportunityAsync(number, default));
    }

    [Fact]
    public async Task While_named_deals_alone_are_settled_an_answered_referral_keeps_no_poll_from_going_on_and_has_its_opportunity_afterwards()
    {
        await using var world = new World();
        var (referral, number) = await AcceptedAsync(world);
        await world.Store.ChangeConnectionAsync(c => c with { Only = ["O1"] }, default);
        await PollAwsAsync(world);
        var before = await world.Store.WatermarkAsync("Partner Central opportunities", default);
        world.Clock.Advance(TimeSpan.FromHours(1));
        world.Emulated.PartnerCentral.Create(Deals.AtAws("Another"));
        await PollAwsAsync(world);
        Assert.NotEqual(before, await world.Store.WatermarkAsync("Partner Central opportunities", default));

        await world.Store.ChangeConnectionAsync(c => c with { Only = [] }, default);
        await world.SyncAsync();
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.PassAsync(() => world.Part<Connection>().SweepAsync(default));
        await world.SyncAsync();
        Assert.Equal(referral, (await world.Store.FindByOpportunityAsync(number, default))!.Link.RecordId);
        Assert.Equal(2, world.Emulated.Salesforce.Records(world.Map.RecordType).Count);
    }

    [Fact]
    public async Task The_opportunity_of_a_referral_that_is_accepted_before_the_worker_read_it_is_the_referrals()
    {
        await using var world = new World();
        world.Emulated.PartnerCentral.Refer(Deals.AtAws("Claims intake"));
        await PollAwsAsync(world);
        world.Emulated.PartnerCentral.AcceptInvitation(world.Invitation());
        await PollAwsAsync(world);
        var number = world.NumberOf("Claims intake");
        Assert.Null(await world.Store.FindByOpportunityAsync(number, default));

        await world.SyncAsync();
        Assert.Equal(world.Invitation(), (await world.Store.FindByOpportunityAsync(number, default))!.Link.InvitationId);
        Assert.Equal(number, Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType))!["APN_CRM_Unique_Identifier__c"]!.GetValue<string>());
    }

    private static Task PollAwsAsync(World world)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        return world.PassAsync(() => world.Part<Connection>().PollPartnerCentralAsync(default));
    }

    /// <summary>A referral that has its record, accepted where no poll has seen it yet.</summary>
    private static async Task<(string Referral, string Number)> AcceptedAsync(World world)
    {
        var referral = await world.ReferredAsync("Claims intake");
        world.Emulated.PartnerCentral.AcceptInvitation(world.Invitation());
        return (referral, world.NumberOf("Claims intake"));
    }
}
