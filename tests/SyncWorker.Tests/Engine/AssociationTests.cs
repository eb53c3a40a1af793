using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class AssociationTests
{
    private const string Arn = "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/Solution/sol-";

    private static readonly string[] Products =
    [
        "AWSBackup", "AWSBatch", "AWSCloudFormation", "AWSCloudTrail", "AWSConfig", "AWSControlTower", "AWSDirectConnect", "AWSGlue", "AWSIoTCore", "AWSLakeFormation",
        "AWSLambda", "AWSOutposts", "AWSSecretsManager", "AWSSecurityHub", "AWSShield", "AWSStepFunctions", "AWSSystemsManager", "AWSTransitGateway", "AmazonAPIGateway", "AmazonAthena",
        "AmazonBedrock", "AmazonCloudFront", "AmazonCloudWatch", "AmazonCognito", "AmazonDynamoDB", "AmazonEC2Linux", "AmazonEC2Windows", "AmazonElastiCache", "AmazonEventBridge", "AmazonGuardDuty",
        "AmazonQuickSight", "AmazonRDSforPostgreSQL", "AmazonRDSforSQLServer", "AmazonRedshift", "AmazonRoute53", "AmazonS3", "AmazonSQS", "AmazonSageMaker", "AmazonTextract", "ElasticLoadBalancingELB",
    ];

    [Theory]
    [InlineData("Solution_Offered__c", "S-0052871", "AssociateOpportunity, DisassociateOpportunity")]
    [InlineData("Solution_Offered__c", "S-0051244;S-0052871;Managed Cloud Operations", "AssociateOpportunity, AssociateOpportunity")]
    [InlineData("AWS_Products__c", "AmazonS3;Amazon Athena;AWSGlue", "AssociateOpportunity, AssociateOpportunity, AssociateOpportunity")]
    public async Task An_association_changed_costs_one_AWS_write(string field, string value, string writes)
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.Emulated.ClearCalls();

        world.SellerEdits(record, new JsonObject { [field] = value });
        await world.SyncAsync();

        Assert.Equal(writes, string.Join(", ", world.AwsWrites()));
        Assert.Empty(Refused(world));
    }

    [Fact]
    public async Task An_edit_at_AWS_while_a_solution_is_associated_is_later_than_the_sellers_edit_and_wins()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Solution_Offered__c"] = "S-0051244;S-0052871", ["Next_Step__c"] = "Offer" });
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        var edited = false;
        wire.After = call =>
        {
            if (call.Operation != "AssociateOpportunity" || edited) return;
            edited = true;
            world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        };
        await world.SyncAsync();
        Assert.True(edited);
        Assert.Equal(("Legal review", "Legal review"), (world.Field(record, "Next_Step__c"), world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_full_list_is_replaced_by_another_without_a_refusal()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["AWS_Products__c"] = string.Join(';', Products[..20]), ["Marketplace_Solution__c"] = Arns(10) });
        await world.SyncAsync();
        world.Emulated.ClearCalls();

        world.SellerEdits(record, new JsonObject { ["AWS_Products__c"] = string.Join(';', Products[20..]), ["Marketplace_Solution__c"] = Arns(20) });
        await world.SyncAsync(30);

        Assert.Empty(Refused(world));
        Assert.Equal(60, world.AwsWrites().Count);
        Assert.Equal(Products[20..].Order(StringComparer.Ordinal), Related(world, record, "AwsProducts").Order(StringComparer.Ordinal));
        Assert.Equal(Arns(20), string.Join(';', Related(world, record, "AwsMarketplaceSolutions").Order(StringComparer.Ordinal)));
        Assert.Null(world.Record(record)["Sync_Error__c"]);
    }

    [Fact]
    public async Task What_AWS_refused_to_associate_is_not_asked_again()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.Emulated.ClearCalls();

        world.SellerEdits(record, new JsonObject { ["Solution_Offered__c"] = "S-0051244;S-0099999;S-0052871" });
        await world.SyncAsync();
        for (var cycle = 0; cycle < 3; cycle++) await world.CycleAsync();

        Assert.Equal(["AssociateOpportunity"], Refused(world));
        Assert.Equal(["S-0051244", "S-0052871"], Related(world, record, "Solutions"));
    }

    [Fact]
    public async Task What_AWS_does_not_find_stops_nothing_else_of_the_deal()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        wire.Before = call => call.Operation == "AssociateOpportunity" && call.Body.Contains("S-0000009", StringComparison.Ordinal)
            ? Refusals.Aws(HttpStatusCode.NotFound, "ResourceNotFoundException", "Solution S-0000009 was not found.") : null;

        world.SellerEdits(record, new JsonObject { ["Solution_Offered__c"] = "S-0051244;S-0000009;S-0052871", ["Next_Step__c"] = "Offer" });
        await world.SyncAsync();

        Assert.Equal(["S-0051244", "S-0052871"], Related(world, record, "Solutions"));
        Assert.Equal("Offer", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.StartsWith("Solution Offered: AWS refused: 'Solution S-0000009 was not found.'", world.Field(record, "Sync_Error__c"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_associated_a_moment_before_is_no_refusal()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        var id = world.OpportunityId(record);
        wire.Before = call =>
        {
            if (call.Operation != "AssociateOpportunity") return null;
            wire.Before = null;
            world.Emulated.PartnerCentral.Associate(id, "Solutions", "S-0052871");
            return null;
        };

        world.SellerEdits(record, new JsonObject { ["Solution_Offered__c"] = "S-0051244;S-0052871" });
        await world.SyncAsync();

        Assert.Equal(["AssociateOpportunity"], Refused(world));
        Assert.Null(world.Record(record)["Sync_Error__c"]);
        Assert.Equal("In sync", world.Field(record, "Sync_Status__c"));
    }

    [Fact]
    public async Task Without_the_list_of_solutions_ids_go_and_names_wait_for_it()
    {
        var wire = new Wire { Before = call => call.Operation == "ListSolutions" ? Refusals.Aws(HttpStatusCode.BadRequest, "AccessDeniedException") : null };
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        Assert.Equal(["S-0051244"], Related(world, record, "Solutions"));

        world.SellerEdits(record, new JsonObject { ["Solution_Offered__c"] = "S-0051244;Data Lake Foundation", ["Next_Step__c"] = "Offer" });
        await world.SyncAsync();
        Assert.Equal("Offer", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Equal(
            "Solution Offered: 'Data Lake Foundation' is unknown, because the solutions in Partner Central could not be listed. Use its S-number.", world.Field(record, "Sync_Error__c"));

        wire.Before = null;
        await world.SyncAsync();
        Assert.Equal(["S-0051244", "S-0052871"], Related(world, record, "Solutions"));
        Assert.Null(world.Record(record)["Sync_Error__c"]);
    }

    [Fact]
    public async Task The_solutions_are_listed_at_first_use_and_by_a_sweep_alone()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        await world.RestartAsync();
        world.Emulated.ClearCalls();

        foreach (var name in (string[])["Data Lake Foundation", "Retail Demand Forecasting"])
        {
            world.SellerEdits(record, new JsonObject { ["Solution_Offered__c"] = "S-0051244;" + name });
            world.Clock.Advance(TimeSpan.FromSeconds(15));
            await world.CycleAsync(sweep: false);
        }

        Assert.Equal(["S-0051244", "S-0051246"], Related(world, record, "Solutions"));
        Assert.Equal(1, Lists(world));
        await world.CycleAsync(sweep: true);
        Assert.Equal(2, Lists(world));
    }

    private static int Lists(World world) => world.Emulated.PartnerCentral.Calls.Count(c => c.Operation.EndsWith("ListSolutions", StringComparison.Ordinal));

    private static string Arns(int from) => string.Join(';', Enumerable.Range(from, 10).Select(n => Arn + n));

    private static string[] Related(World world, string record, string type) => [.. world.AtPartnerCentral(record)["RelatedEntityIdentifiers"]![type]!.AsArray().Select(e => e!.GetValue<string>())];

    private static string[] Refused(World world) => [.. world.Emulated.PartnerCentral.Calls.Where(c => c.Error is not null).Select(c => c.Operation.Split('.')[^1])];
}
