using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SyncWorker.Core.Opportunities;
using SyncWorker.Remote;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class LogTests
{
    private static readonly string[] Canaries =
    [
        "Zanthippe", "Quorvex", "zq@canary.example.com", "xylographic", "brouhaha", "73195", "Northwind Traders", Deals.Northwind, "northwindtraders.example.com", "1200 Harbor",
        "Claims platform", "Humongous", "sesquipedal", "ana.silva@example.com", "Jane Roe",
    ];

    /// <summary>A day with everything in it that makes the worker talk: conflict, refusal, lost answer, outage, stale write, lock-out, referral.</summary>
    [Theory]
    [InlineData(LogLevel.Information)]
    [InlineData(LogLevel.Trace)]
    public async Task No_customer_value_and_no_secret_stands_in_any_log_line(LogLevel least)
    {
        var (salesforce, aws) = (new Wire(), new Wire());
        await using var world = new World(s => s.AddLogging(l => l.SetMinimumLevel(least)), salesforce.Around, aws.Around);
        world.Logs.Least = least;
        await PlayAsync(world, salesforce, aws);

        Assert.True(world.Logs.Lines.Count > 100);
        Assert.Contains(world.Logs.Lines, l => l.Contains("Conflict in Next Step", StringComparison.Ordinal));
        Assert.Contains(world.Logs.Lines, l => l.Contains("refused UpdateOpportunity", StringComparison.Ordinal));
        string[] secrets = [world.Emulated.SalesforceOptions.ClientSecret, world.Emulated.PartnerCentralOptions.SecretAccessKey, "Bearer 00D", "Signature="];
        foreach (var word in Canaries.Concat(secrets)) Assert.DoesNotContain(world.Logs.Lines, l => l.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task PlayAsync(World world, Wire salesforce, Wire aws)
    {
        var record = await world.CompletedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject
        {
            ["Customer_First_Name__c"] = "Zanthippe",
            ["Customer_Last_Name__c"] = "Quorvex",
            ["Customer_Email__c"] = "zq@canary.example.com",
            ["Project_Description__c"] = "A xylographic archive is to be searched from the web.",
            ["Expected_Monthly_AWS_Revenue__c"] = 73195,
            [CoSellFields.SubmitToAws] = true,
        });
        aws.LoseAnswers(c => c.Operation == "CreateOpportunity", 4);
        await world.SyncAsync(40);
        world.Emulated.PartnerCentral.Review(world.OpportunityId(record), "Approved");
        salesforce.LoseAnswers(c => c.IsWrite);
        await world.SyncAsync(40);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "brouhaha one" });
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "brouhaha two");
        await world.SyncAsync();

        // Each answer quotes what was sent, as both systems do.
        aws.Before = c => c.Operation == "UpdateOpportunity" ? Refusals.AwsValidation("lifeCycle.nextSteps", "'brouhaha three' of Zanthippe Quorvex is not allowed") : null;
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "brouhaha three" });
        await world.SyncAsync();
        aws.Before = c => c.Operation == "GetOpportunity" ? Refusals.Aws(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable", "brouhaha") : null;
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "brouhaha four" });
        await world.SyncAsync();
        aws.Before = c => c.Operation == "GetOpportunity" ? Refusals.Aws(HttpStatusCode.BadRequest, "AccessDeniedException", "User zq@canary.example.com is not authorized") : null;
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        await world.CycleAsync();
        aws.Before = c => c.Operation == "ListOpportunities" ? Refusals.Aws(HttpStatusCode.BadRequest, "AccessDeniedException", "User zq@canary.example.com is not authorized") : null;
        await Assert.ThrowsAsync<RemoteException>(() => world.CycleAsync());
        aws.Before = null;
        salesforce.Before = c => c.IsWrite ? Refusals.SalesforceUpdate(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Zanthippe may not do this") : null;
        world.ColleagueEdits(record, "Project.AdditionalComments", "sesquipedal");
        await world.SyncAsync();
        salesforce.Before = null;
        world.Emulated.PartnerCentral.Refer(Deals.AtAws("Claims platform"));
        await world.SyncAsync(20);
        Assert.Equal("Humongous Insurance", world.RecordOf("Claims platform")["Customer_Company_Name__c"]!.GetValue<string>());
    }
}
