using System.Text.Json.Nodes;
using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;
using SyncWorker.Connections;
using SyncWorker.Core.Opportunities;
using SyncWorker.PartnerCentral;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>AWS credentials cannot be renewed for a while, as where the instance's metadata do not answer.</summary>
public sealed class UnsignedWriteTests : IAsyncDisposable
{
    private readonly Wire _wire = new();
    private readonly World _world;
    private bool _isDown;

    public UnsignedWriteTests() => _world = new World(services => services.AddSingleton(s =>
    {
        var given = _world!.Emulated.PartnerCentralOptions;
        return new AwsCredentials(_ => _isDown ? Task.FromException<ImmutableCredentials>(new AmazonServiceException("no role"))
            : Task.FromResult(new ImmutableCredentials(given.AccessKeyId, given.SecretAccessKey, null)));
    }), aroundPartnerCentral: _wire.Around);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_update_that_could_not_be_signed_is_no_unanswered_one_and_goes_with_the_next_try()
    {
        var record = await _world.ApprovedAsync(Deals.Northwind);
        _world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        _wire.After = call => _isDown |= call.Operation == "GetAwsOpportunitySummary";
        _world.Clock.Advance(TimeSpan.FromSeconds(15));
        await _world.CycleAsync(sweep: false);
        Assert.True(_isDown);
        Assert.Equal([JournalKind.Failed], await BecameAsync("UpdateOpportunity", code: "CREDENTIALS_NOT_RENEWED"));

        (_isDown, _wire.After) = (false, null);
        _world.Clock.Advance(TimeSpan.FromSeconds(5));
        await _world.CycleAsync(sweep: false);
        Assert.Equal("Offer", _world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_create_that_landed_unanswered_is_not_made_again_where_its_repeat_cannot_be_signed()
    {
        var record = await _world.CompletedAsync(Deals.Northwind);
        _wire.LoseAnswers(c => c.Operation == "CreateOpportunity", 3);
        _world.SellerEdits(record, new JsonObject { [CoSellFields.SubmitToAws] = true });
        _world.Clock.Advance(TimeSpan.FromSeconds(15));
        await _world.CycleAsync(sweep: false);

        _isDown = true;
        _world.Clock.Advance(TimeSpan.FromSeconds(10));
        await _world.PassAsync(() => _world.Part<Connection>().DrainAsync(default));
        Assert.Equal([JournalKind.Failed], await BecameAsync("CreateOpportunity", code: "CREDENTIALS_NOT_RENEWED"));

        _isDown = false;
        await _world.SyncAsync(60);
        Assert.Single(_world.Emulated.PartnerCentral.Opportunities());
        Assert.Equal("Submitted", _world.Field(record, "Status__c"));
    }

    /// <summary>What the journal says became of a step that failed with a code.</summary>
    private async Task<string[]> BecameAsync(string step, string code) => [.. (await _world.Store.JournalAsync(null, default))
        .Where(j => j.Kind is JournalKind.Failed or JournalKind.Unanswered && JsonNode.Parse(j.Detail)! is { } detail && detail["Step"]!.ToString() == step && detail["Code"]?.ToString() == code)
        .Select(j => j.Kind)];
}
