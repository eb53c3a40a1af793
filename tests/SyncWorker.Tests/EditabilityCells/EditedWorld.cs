using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.EditabilityCells;

/// <summary>One world in which both deals stand in one state at AWS, and a seller edits one member after the other.</summary>
internal sealed class EditedWorld : IAsyncDisposable
{
    private readonly Wire _wire = new();
    private readonly World _world;
    private readonly string _state;
    private readonly Dictionary<string, string> _records = [];
    private (string Record, JsonObject Fields)? _undo;

    private EditedWorld(string state)
    {
        _state = state;
        _world = new World(aroundPartnerCentral: _wire.Around);
    }

    /// <summary>The world with both deals brought to a state of the matrix.</summary>
    public static async Task<EditedWorld> InAsync(string state)
    {
        var world = new EditedWorld(state);
        await world.DraftedAsync(FieldEdits.Full, SellerData.Full());
        await world.DraftedAsync(FieldEdits.Lean, SellerData.Lean());
        await world.BringAsync();
        return world;
    }

    public async ValueTask DisposeAsync() => await _world.DisposeAsync();

    /// <summary>The seller edits one member; what an earlier edit left unsent is taken back, so that each is seen alone.</summary>
    public async Task<CellOutcome> EditAsync(FieldEdit edit)
    {
        var record = _records[edit.Deal];
        if (_undo is { } undo) _world.SellerEdits(undo.Record, undo.Fields);
        await ReadyAsync();
        var was = _world.Record(record);
        _undo = (record, new JsonObject(edit.Fields.Select(f => KeyValuePair.Create(f.Key, was[f.Key]?.DeepClone()))));
        var before = _world.AtPartnerCentral(record);
        var fields = edit.Fields.DeepClone().AsObject();
        if (_state == "Action Required, ticked") fields[CoSellFields.SubmitToAws] = true;
        _world.Emulated.ClearCalls();
        _world.SellerEdits(record, fields);
        await SyncAsync();
        var outcome = Seen(edit, before);
        if (outcome.Held == edit.Value) _undo = null;
        return outcome;
    }

    /// <summary>What is seen of an edit now.</summary>
    public CellOutcome Seen(FieldEdit edit, JsonObject? before = null)
    {
        var record = _records[edit.Deal];
        var after = _world.AtPartnerCentral(record);
        var held = edit.Path.StartsWith("awsSummary.", StringComparison.Ordinal)
            ? Documents.Held(_world.Emulated.PartnerCentral.Opportunity(_world.OpportunityId(record))!["awsSummary"], edit.Path["awsSummary.".Length..])
            : Documents.Held(after, edit.Path);
        var refused = _world.Emulated.PartnerCentral.Calls.Where(c => c.Error is not null && !c.Operation.EndsWith("GetAwsOpportunitySummary", StringComparison.Ordinal)).Select(c => $"{c.Operation}: {c.Error}");
        return new CellOutcome(
            held, before is null ? [] : Documents.Changed(before, after, [edit.Path, .. edit.With]), [.. refused],
            _world.Field(record, CoSellFields.SyncStatus) ?? "", _world.Field(record, CoSellFields.SyncError) ?? "", _world.Field(record, CoSellFields.SyncNote) ?? "");
    }

    /// <summary>The seller makes all edits at once; so do the others below. Each returns what AWS carried out for the worker.</summary>
    public async Task<IReadOnlyList<string>> EditAllAsync(IEnumerable<FieldEdit> edits)
    {
        foreach (var edit in edits) _world.SellerEdits(_records[edit.Deal], edit.Fields.DeepClone().AsObject());
        return await RunAsync();
    }

    public async Task<IReadOnlyList<string>> ReviewAsync(string status)
    {
        foreach (var record in _records.Values) _world.Emulated.PartnerCentral.Review(_world.OpportunityId(record), status);
        return await RunAsync();
    }

    public async Task<IReadOnlyList<string>> TickAsync()
    {
        foreach (var record in _records.Values) _world.SellerEdits(record, new JsonObject { [CoSellFields.SubmitToAws] = true });
        return await RunAsync();
    }

    private async Task<IReadOnlyList<string>> RunAsync()
    {
        _world.Emulated.ClearCalls();
        await _world.SyncAsync();
        return _world.AwsWrites();
    }

    /// <summary>The answer to the create is lost, and the seller takes the tick away before the worker asks again: so it stays a draft at AWS with everything filled in.</summary>
    private async Task DraftedAsync(string deal, JsonObject fields)
    {
        var record = _records[deal] = await _world.SharedAsync(deal);
        fields[CoSellFields.SubmitToAws] = true;
        _world.SellerEdits(record, fields);
        _wire.LoseAnswers(c => c.Operation == "CreateOpportunity", int.MaxValue);
        await _world.SyncAsync(1);
        _wire.After = null;
        _world.SellerEdits(record, new JsonObject { [CoSellFields.SubmitToAws] = false });
        await _world.SyncAsync();
        if (deal != FieldEdits.Full) return;

        // AWS takes this stage only with a solution, which is associated after the create; the contract goes with the stage.
        _world.SellerEdits(record, new JsonObject { ["Sale_Stage__c"] = "Committed" });
        await _world.SyncAsync();
    }

    private async Task BringAsync()
    {
        if (_state == "Pending Submission") return;
        await TickAsync();
        string[] reviews = _state switch
        {
            "Submitted" => [],
            "In review" => ["In review"],
            "Action Required" or "Action Required, ticked" => ["In review", "Action Required"],
            "Rejected" => ["In review", "Rejected"],
            _ => ["In review", "Approved"],
        };
        foreach (var review in reviews) await ReviewAsync(review);
        if (_state == "Launched") Close(new Dictionary<string, JsonNode?> { ["LifeCycle.Stage"] = "Launched" });
        if (_state == "Closed Lost") Close(new Dictionary<string, JsonNode?> { ["LifeCycle.Stage"] = "Closed Lost", ["LifeCycle.ClosedLostReason"] = "Partner Gap" });
        await RunAsync();
    }

    /// <summary>A colleague closes both deals in Partner Central. A launch needs something listed; a Marketplace product leaves the description of the unlisted solution alone.</summary>
    private void Close(Dictionary<string, JsonNode?> set)
    {
        var lean = _world.OpportunityId(_records[FieldEdits.Lean]);
        _world.Emulated.PartnerCentral.Associate(lean, "AwsMarketplaceProducts", "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/SaaSProduct/prod-4tq5eyzw2hwns");
        foreach (var record in _records.Values) _world.Emulated.PartnerCentral.Edit(_world.OpportunityId(record), set);
    }

    /// <summary>A draft takes what is taken back too. Each edit with a tick is one answer to AWS's request; for the next one AWS asks again.</summary>
    private async Task ReadyAsync()
    {
        var isAsked = _state == "Action Required, ticked";
        if (!isAsked && (_state != "Pending Submission" || _undo is null)) return;
        foreach (var record in _records.Values.Where(r => isAsked && _world.Field(r, "Status__c") != "Action Required"))
            _world.Emulated.PartnerCentral.Review(_world.OpportunityId(record), "Action Required");
        await SyncAsync();
    }

    /// <summary>The worker runs until nothing is due; without the slow sweep, because AWS's own record does not move here.</summary>
    private async Task SyncAsync()
    {
        for (var round = 0; round < 8; round++)
        {
            _world.Clock.Advance(TimeSpan.FromSeconds(15));
            await _world.CycleAsync(sweep: false);
            if ((await _world.Store.LinksAsync(default)).All(l => l.Due <= l.Cleared)) return;
        }
    }
}
