using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Emulators;
using SyncWorker.Salesforce;
using SyncWorker.Simulation.Faults;
using SyncWorker.Simulation.Oracle;
using SyncWorker.Simulation.Rows;
using SyncWorker.Simulation.Worlds;
using SyncWorker.State;

namespace SyncWorker.Simulation.People;

/// <summary>The people on both sides: sellers, colleagues in Partner Central, AWS's reviewers and sellers, and another tool. They see what stands there and do as they like.</summary>
internal sealed class People
{
    private static readonly SimulatedRow[] InOpportunity = [.. SimulatedRows.All.Where(r => r.Followed is not null)];
    private static readonly SimulatedRow[] OpenToBoth = [.. SimulatedRows.All.Where(r => r is { IsAwsOwned: false, Kind: not ValueKind.Set } && r != SimulatedRows.Title)];
    private static readonly string[] Unique = ["Clazar_Id__c", "APN_CRM_Unique_Identifier__c"];
    private readonly Universe _universe;

    private static readonly (int, Deed)[] Usual =
    [
        (34, Deed.SellerEdits), (30, Deed.ColleagueEdits), (10, Deed.OpportunityEdited), (5, Deed.AwsSellerEdits), (9, Deed.Reviewed), (5, Deed.Shares), (8, Deed.Submits), (3, Deed.ColleagueCreates),
        (2, Deed.AwsRefers), (5, Deed.ReferralAnswered), (1, Deed.ColleagueAccepts), (3, Deed.LookupChanged), (1, Deed.Cloned), (1, Deed.Deleted), (2, Deed.Undeleted), (1, Deed.Closed), (4, Deed.AnotherTool),
        (3, Deed.SavedUnchanged), (2, Deed.SolutionOfColleague), (6, Deed.Contested), (2, Deed.NumberPasted),
    ];

    private readonly Dictionary<(string, string, bool), List<string?>> _past = [];
    private readonly HashSet<string> _busy = [];
    private int _number;

    public People(Universe universe) => _universe = universe;

    private Chance Chance => _universe.Chance;

    private DateTimeOffset Now => _universe.Time.GetUtcNow() + _universe.Profile.Skew.Salesforce;

    private string RecordType => _universe.Map.RecordType;

    private IReadOnlyList<JsonObject> Records => [.. _universe.Salesforce.Records(RecordType).Select(r => (JsonObject)r!)];

    private IReadOnlyList<string> Opportunities => [.. _universe.PartnerCentral.Opportunities().Select(o => o!["opportunity"]!["Id"]!.GetValue<string>())];

    private IReadOnlyList<string> StandardOpportunities => [.. _universe.Salesforce.Records("Opportunity").Select(o => o!["Id"]!.GetValue<string>())];

    /// <summary>How many deals people have at most.</summary>
    public int DealsMax { get; set; } = 4;

    /// <summary>What they do of their own accord, each by its weight.</summary>
    public IReadOnlyList<(int Weight, Deed Deed)> Habits { get; set; } = Usual;

    /// <summary>The deals with which a run begins.</summary>
    public void Begin()
    {
        for (var deal = Chance.Between(1, 3); deal > 0; deal--) Do(Chance.Of(0.65) ? Deed.ApprovedDealAppears : Deed.Shares);

        if (Chance.Of(0.2)) Do(Deed.AwsRefers);
    }

    /// <summary>Some of them have drafts, and fill them in; and some find the Opportunity that a record of AWS's belongs to.</summary>
    public void Complete()
    {
        if (Chance.Of(0.4)) Do(Deed.DraftSubmitted);
        if (Chance.Of(0.3)) Do(Deed.LookupChanged);
    }

    /// <summary>Whether colleagues save something in the very millisecond in which AWS answers a list, one before it and one after it.</summary>
    public bool IsBusy(Call call) => call.Point == CallPoint.List && _universe is { HasMeddlers: true, IsQuiet: false } && Chance.Of(0.08);

    /// <summary>Somebody does something.</summary>
    public void Act() => Do(Chance.Weighted(Habits));

    /// <summary>Somebody does something certain, where there is anything to do it to.</summary>
    public void Do(Deed deed)
    {
        _universe.Trace.Say($"{_universe.Stamp}  {deed}");
        Try(Of(deed));
    }

    private Action Of(Deed deed) => deed switch
    {
        Deed.SellerEdits => SellerEdits,
        Deed.ColleagueEdits => ColleagueEdits,
        Deed.OpportunityEdited => OpportunityEdited,
        Deed.AwsSellerEdits => AwsSellerEdits,
        Deed.Reviewed => Reviewed,
        Deed.Approved => Approved,
        Deed.Shares => Shares,
        Deed.Submits => () => Submits(r => true),
        Deed.DraftSubmitted => () => Submits(r => r["APN_CRM_Unique_Identifier__c"] is null && r["Sync_Status__c"]?.GetValue<string>() != "Referral to answer"),
        Deed.ColleagueCreates => ColleagueCreates,
        Deed.ApprovedDealAppears => CreateApproved,
        Deed.AwsRefers => AwsRefers,
        Deed.ReferralAnswered => () => ReferralAnswered(Chance.Of(0.75)),
        Deed.ReferralAccepted => () => ReferralAnswered(true),
        Deed.ReferralRejected => () => ReferralAnswered(false),
        Deed.ColleagueAccepts => ColleagueAccepts,
        Deed.LookupChanged => LookupChanged,
        Deed.Cloned => Cloned,
        Deed.Deleted => Deleted,
        Deed.Undeleted => Undeleted,
        Deed.Closed => Closed,
        Deed.AnotherTool => AnotherTool,
        Deed.SavedUnchanged => SavedUnchanged,
        Deed.SolutionOfColleague => SolutionOfColleague,
        Deed.Contested => Contested,
        Deed.NumberPasted => NumberPasted,
        Deed.AsksAgain => AsksAgain,
        _ => SolutionsOfSeller,
    };

    /// <summary>Somebody saves the record that a call is about to change, without changing anything.</summary>
    public void SaveTargetOf(Call call)
    {
        if (Records.Count > 0 && call.Side == Core.Opportunities.Side.Salesforce) Try(SavedUnchanged);
        else if (JsonNode.Parse(call.Body)?["Identifier"]?.GetValue<string>() is { } id && id.StartsWith('O')) Try(() => _universe.PartnerCentral.Edit(id, new Dictionary<string, JsonNode?>()));
    }

    /// <summary>
    /// Of a write whose answer is lost only a person can make a trap: somebody puts back what stood there before, which must not look as if the write had never landed.
    /// </summary>
    public void UndoWhatLanded()
    {
        if (!_universe.HasMeddlers || _universe.Witness.LastLanded is not { } landed || landed.Row.IsAwsOwned || !Chance.Of(0.4)) return;
        Later(() => PutBack(landed.Place, landed.Row, landed.Old), 60);
    }

    /// <summary>And while a write is still on its way, or did not arrive, somebody takes back what it was sent for.</summary>
    /// <param name="call">The write.</param>
    /// <param name="isLate">Whether it is on its way; otherwise it is soon tried again.</param>
    public void ThinkBetterOfIt(Call call, bool isLate)
    {
        if (!_universe.HasMeddlers || !Chance.Of(0.4)) return;
        string[] sources = [.. _universe.Witness.Sources(call)];
        Put[] puts = [.. _universe.Witness.Puts.Where(p => p.Old != p.New && !p.IsFollowed && sources.Contains(p.Place))];

        // Most of all of what both sides had changed: then there was a decision, and it must not have been.
        if ((puts.LastOrDefault(_universe.Witness.IsContested) ?? puts.LastOrDefault()) is not { } put) return;
        Later(() => PutBack(put.Place, SimulatedRows.All.First(r => r.Label == put.Row), put.Old), isLate ? 60 : 8);
    }

    private void Later(Action deed, int secondsMax) => _universe.Time.After(Chance.Between(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(secondsMax)), () => Try(deed));

    private void PutBack(string place, SimulatedRow row, string? value)
    {
        if (_universe.IsQuiet || row.IsAwsOwned || (value is null && row.IsRequired)) return;
        if (place[0] != 'O')
        {
            if (_universe.Salesforce.Record(RecordType, place) is { } record && record["IsDeleted"]?.GetValue<bool>() != true) EditRecord(record, row, value, SellerWords.User);
            return;
        }

        if (row.EntityType is not null) return;
        var set = new Dictionary<string, JsonNode?> { [row.Member] = row.ForAws(value) };
        _universe.Witness.Edited(place, () => _universe.PartnerCentral.Edit(place, set));
    }

    private void Try(Action deed)
    {
        try
        {
            deed();
        }
        catch (PersonRefusedException refused)
        {
            _universe.Trace.Say($"{_universe.Stamp}   refused to a person: {refused.Message}");
        }
    }

    private void SellerEdits()
    {
        var records = Records;
        if (records.Count == 0) return;
        var record = Chance.One(records);
        var row = Chance.One(SimulatedRows.All);
        if (row.IsAwsOwned && Chance.Of(0.7)) row = SimulatedRows.NextStep;
        SellerEdits(record, row);
    }

    private void SellerEdits(JsonObject record, SimulatedRow row) =>
        EditRecord(record, row, Choose(row, record["Id"]!.GetValue<string>(), row.InRecord(record), record["APN_CRM_Unique_Identifier__c"]?.GetValue<string>(), false), SellerWords.User);

    /// <summary>A transaction may take a while: its stamp is that of its beginning, and until it ends nobody else may write the record.</summary>
    private void EditRecord(JsonObject record, SimulatedRow row, string? value, string user)
    {
        var id = record["Id"]!.GetValue<string>();
        var fields = new JsonObject { [row.Field] = row.ForRecord(value) };
        Slowly(RecordType, id, id, age => _universe.Salesforce.Edit(RecordType, id, fields, user, age));
    }

    private void Slowly(string type, string id, string place, Action<TimeSpan> edit)
    {
        if (_busy.Contains(id)) return;
        if (!Chance.Of(0.2))
        {
            Edited(place, () => edit(TimeSpan.Zero));
            return;
        }

        var takes = Chance.Between(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(8));
        _busy.Add(id);
        _universe.Salesforce.Lock(type, id);
        _universe.Time.After(takes, () =>
        {
            _busy.Remove(id);
            _universe.Salesforce.Unlock(type, id);
            Try(() => Edited(place, () => edit(takes)));
        });
    }

    /// <summary>Who empties a field that follows says again what stands in the Opportunity.</summary>
    private void Edited(string place, Action edit)
    {
        var before = _universe.Witness.Puts.Count;
        _universe.Witness.Edited(place, edit);
        foreach (var put in _universe.Witness.Puts.Skip(before).Where(p => p is { New: null, IsFollowed: false }).ToArray())
        {
            if (InOpportunity.FirstOrDefault(r => r.Label == put.Row) is { } row && place[0] != 'O') Refollowed(place, row);
        }
    }

    private void Refollowed(string place, SimulatedRow row)
    {
        if (_universe.Salesforce.Record(RecordType, place)?["Opportunity__c"]?.GetValue<string>() is { } followed && _universe.Salesforce.Record("Opportunity", followed) is { } opportunity)
            _universe.Witness.PutAgain(place, row, row.InFollowed(opportunity), false);
    }

    private void OpportunityEdited()
    {
        var mapped = Records.Select(r => r["Opportunity__c"]?.GetValue<string>()).OfType<string>().Distinct().ToArray();
        if (mapped.Length == 0) return;
        var id = Chance.One(mapped);
        var row = Chance.One(InOpportunity);
        var opportunity = _universe.Salesforce.Record("Opportunity", id)!;
        var value = Choose(row, id, row.InFollowed(opportunity), null, true) ?? row.Fresh(_number++, Chance);
        if (row.Words.Length > 0 && row.Words.All(w => w.Value != value)) return;
        var word = Chance.Of(0.1) && row == SimulatedRows.Stage ? "Budget Talks" : row.ForFollowed(value, Chance);
        Slowly("Opportunity", id, id, age => _universe.Salesforce.Edit("Opportunity", id, new JsonObject { [row.Followed!] = word }, SellerWords.User, age));
    }

    private void ColleagueEdits()
    {
        var opportunities = Opportunities;
        if (opportunities.Count == 0) return;
        var id = Chance.One(opportunities);
        ColleagueEdits(id, Chance.One(SimulatedRows.All.Where(r => !r.IsAwsOwned && r.EntityType is null).ToArray()), Records.FirstOrDefault(r => r["APN_CRM_Unique_Identifier__c"]?.GetValue<string>() == id));
    }

    private void ColleagueEdits(string id, SimulatedRow row, JsonObject? record)
    {
        _universe.Witness.Look(id);
        var value = Choose(row, id, _universe.Witness.Now(id, row), record?["Id"]!.GetValue<string>(), false);
        var set = new Dictionary<string, JsonNode?> { [row.Member] = row.ForAws(value) };
        _universe.Witness.Edited(id, () => _universe.PartnerCentral.Edit(id, set));
    }

    private void AwsSellerEdits()
    {
        var opportunities = Opportunities;
        if (opportunities.Count == 0) return;
        var (id, row) = (Chance.One(opportunities), SimulatedRows.AwsNextStep);
        _universe.Witness.Look(id);
        var set = new Dictionary<string, JsonNode?> { [row.Member] = row.Fresh(_number++, Chance) };
        _universe.Witness.Edited(id, () => _universe.PartnerCentral.EditAws(id, set));
    }

    /// <summary>Both edit the same row of the same deal, and neither has seen what the other did.</summary>
    private void Contested()
    {
        var linked = Records.Where(r => r["APN_CRM_Unique_Identifier__c"] is not null).ToArray();
        if (linked.Length == 0) return;
        var (record, row) = (Chance.One(linked), Chance.One(OpenToBoth));
        var number = record["APN_CRM_Unique_Identifier__c"]!.GetValue<string>();
        Action[] both = [() => SellerEdits(record, row), () => ColleagueEdits(number, row, record)];
        if (Chance.Of(0.5)) Array.Reverse(both);
        foreach (var edit in both)
        {
            Try(edit);
            _universe.Time.Pass(Chance.Between(TimeSpan.Zero, TimeSpan.FromSeconds(2)));
        }
    }

    private string? Choose(SimulatedRow row, string place, string? present, string? partner, bool isFollowed)
    {
        if (!_past.TryGetValue((place, row.Label, isFollowed), out var past)) _past[(place, row.Label, isFollowed)] = past = [];
        past.Add(present);
        return Chance.Weighted((60, 0), (18, 1), (8, 2), (row.IsRequired ? 0 : 8, 3), (6, 4)) switch
        {
            // An old value is put back.
            1 => past[^Math.Min(past.Count, Chance.Between(1, 3))],
            // What the other side says.
            2 => partner is null ? row.Fresh(_number++, Chance) : _universe.Witness.Now(partner, row) ?? row.Fresh(_number++, Chance),
            3 => null,
            4 => present,
            _ => row.Fresh(_number++, Chance),
        };
    }

    private void Reviewed()
    {
        if (Opportunities.Count == 0) return;
        var id = Chance.One(Opportunities);
        var status = Chance.Weighted((10, "Approved"), (3, "In review"), (4, "Action Required"), (1, "Rejected"));
        _universe.PartnerCentral.Review(id, status, status == "Action Required" ? "Tell us more." : null);
        _universe.Witness.Look(id);
    }

    private void Shares()
    {
        if (Records.Count >= DealsMax) return;
        var id = Chance.One(StandardOpportunities);
        _universe.Salesforce.Edit("Opportunity", id, new JsonObject { ["Share_With_AWS__c"] = true }, SellerWords.User);
    }

    private void Submits(Func<JsonObject, bool> which)
    {
        var drafts = Records.Where(r => r["Submit_To_AWS__c"]?.GetValue<bool>() != true && which(r)).ToArray();
        if (drafts.Length == 0) return;
        Submit(Chance.One(drafts)["Id"]!.GetValue<string>());
    }

    /// <summary>A seller fills in what is missing, and submits.</summary>
    public void Submit(string id)
    {
        var fields = SellerWords.Complete(Chance, ref _number);
        foreach (var filled in fields.Select(f => f.Key).Where(f => _universe.Salesforce.Record(RecordType, id)![f] is not null).ToArray()) fields.Remove(filled);
        fields["Submit_To_AWS__c"] = true;
        if (Chance.Of(0.5) || DealsMax > 4) fields["Allow_Another__c"] = true;
        _universe.Witness.Edited(id, () => _universe.Salesforce.Edit(RecordType, id, fields, SellerWords.User));
    }

    private void ColleagueCreates()
    {
        if (Opportunities.Count >= DealsMax) return;
        Create();
    }

    private string Create()
    {
        var id = _universe.PartnerCentral.Create(SellerWords.Opportunity($"Deal {_number++}", Chance, ref _number));
        _universe.Witness.Edited(id, () => { });
        return id;
    }

    /// <summary>A seller adopts an opportunity by its number: mostly one so new that the worker may make a record of it at the same time.</summary>
    private void NumberPasted()
    {
        if (Records.Count >= DealsMax) return;
        string[] free = [.. Opportunities.Where(o => Records.All(r => r["APN_CRM_Unique_Identifier__c"]?.GetValue<string>() != o))];
        if (free.Length == 0 && Opportunities.Count >= DealsMax) return;
        var number = free.Length > 0 && (Opportunities.Count >= DealsMax || Chance.Of(0.4)) ? Chance.One(free) : Create();
        var id = _universe.Salesforce.Create(RecordType, new JsonObject { ["APN_CRM_Unique_Identifier__c"] = number }, SellerWords.User);
        _universe.Witness.Edited(id, () => { });
    }

    /// <summary>A deal that lived in Partner Central before the worker came.</summary>
    private void CreateApproved()
    {
        var id = ApprovedDeal.Make(_universe.PartnerCentral, SellerWords.Opportunity($"Deal {_number++}", Chance, ref _number));
        _universe.Witness.Edited(id, () => { });
    }

    private void AwsRefers()
    {
        if (Opportunities.Count < DealsMax) _universe.PartnerCentral.Refer(SellerWords.Opportunity($"Referral {_number++}", Chance, ref _number));
    }

    private void ReferralAnswered(bool isAccepted)
    {
        var asked = Records.Where(r => r["Sync_Status__c"]?.GetValue<string>() == "Referral to answer").ToArray();
        if (asked.Length == 0) return;
        var answer = isAccepted ? new JsonObject { ["Referral_Decision__c"] = "Accept" } : new JsonObject { ["Referral_Decision__c"] = "Reject", ["Rejection_Reason__c"] = "Unable to support" };
        _universe.Salesforce.Edit(RecordType, Chance.One(asked)["Id"]!.GetValue<string>(), answer, SellerWords.User);
    }

    private void ColleagueAccepts()
    {
        var pending = _universe.PartnerCentral.Invitations().Where(i => i!["participantType"]!.GetValue<string>() == "RECEIVER" && i["invitation"]!["Status"]!.GetValue<string>() == "PENDING").ToArray();
        if (pending.Length > 0) _universe.PartnerCentral.AcceptInvitation(Chance.One(pending)!["invitation"]!["Id"]!.GetValue<string>());
    }

    private void LookupChanged()
    {
        if (Records.Count == 0) return;
        var record = Chance.One(Records);
        var id = record["Id"]!.GetValue<string>();
        if (_busy.Contains(id)) return;
        var before = record["Opportunity__c"]?.GetValue<string>() is { } lookup ? _universe.Salesforce.Record("Opportunity", lookup) : null;
        _universe.Salesforce.Edit(RecordType, id, new JsonObject { ["Opportunity__c"] = Chance.Of(0.3) ? null : Chance.One(StandardOpportunities) }, SellerWords.User);
        foreach (var row in InOpportunity)
        {
            // What was followed until now is nobody's word any more; what stands on both sides stays there.
            if (before is not null) _universe.Witness.TakenAway(id, row, row.InFollowed(before), before["Id"]!.GetValue<string>());
            _universe.Witness.PutAgain(id, row, row.InRecord(record), false);
            if (_universe.Witness.LinkOf(id, Side.Salesforce)?.Link.OpportunityId is { } number) _universe.Witness.PutAgain(id, row, _universe.Witness.Now(number, row), false);
            if (row.InRecord(record) is null) Refollowed(id, row);
        }
    }

    private void Cloned()
    {
        if (Records.Count == 0 || Records.Count >= DealsMax) return;
        var clone = new JsonObject();
        var source = Chance.One(Records);
        foreach (var field in (string[])["Opportunity__c", .. SimulatedRows.All.Select(r => r.Field), "Submit_To_AWS__c", "Sync_Nonce__c", "Sync_Status__c"]) clone[field] = source[field]?.DeepClone();
        var id = _universe.Salesforce.Create(RecordType, clone, SellerWords.User);
        _universe.Witness.Edited(id, () => { });
    }

    private void Deleted()
    {
        if (Records.Count == 0) return;
        var record = Chance.One(Records);
        var id = record["Id"]!.GetValue<string>();

        // Not while an earlier insert of it may still arrive: a record that comes after its deletion is nobody's.
        if (_busy.Contains(id) || Now - SalesforceTime.Parse(record["CreatedDate"]!.GetValue<string>()) < TimeSpan.FromMinutes(2)) return;
        _universe.Salesforce.Delete(RecordType, id, SellerWords.User);
        Gone.Add(id, [.. Unique.Select(f => record[f]?.GetValue<string>())]);
    }

    private void Undeleted()
    {
        if (Gone.Count == 0) return;
        var id = Chance.One(Gone.Keys.ToArray());

        // A real org does not give back what another record has taken the unique values of.
        if (Records.Any(r => Unique.Zip(Gone[id]).Any(u => u.Second is not null && r[u.First]?.GetValue<string>() == u.Second))) return;
        _universe.Salesforce.Undelete(RecordType, id, SellerWords.User);
        Gone.Remove(id);
    }

    /// <summary>The co-sell records in the recycle bin, with what no two records may have.</summary>
    public SortedDictionary<string, string?[]> Gone { get; } = new(StringComparer.Ordinal);

    /// <summary>The opportunities, by AWS's numbers, that people decided to leave to AWS alone.</summary>
    public HashSet<string> LeftAlone { get; } = [];

    private void Closed()
    {
        if (Opportunities.Count == 0) return;
        var id = Chance.One(Opportunities);
        _universe.Witness.Edited(id, () => _universe.PartnerCentral.Edit(id, ApprovedDeal.Lost()));
    }

    /// <summary>Another integration writes as the same user, in its own style.</summary>
    private void AnotherTool()
    {
        if (Records.Count == 0) return;
        var record = Chance.One(Records);
        var row = Chance.One([SimulatedRows.NextStep, SimulatedRows.Comments]);
        var value = row.InRecord(record)?.ToUpperInvariant() ?? $"TOOL {_number++}";
        EditRecord(record, row, value, _universe.SalesforceOptions.Username);
    }

    private void SavedUnchanged()
    {
        if (Records.Count == 0) return;
        var record = Chance.One(Records);
        var id = record["Id"]!.GetValue<string>();
        if (!_busy.Contains(id)) _universe.Salesforce.Edit(RecordType, id, new JsonObject { ["Next_Step__c"] = record["Next_Step__c"]?.DeepClone() }, SellerWords.User);
    }

    /// <summary>The operator asks for another try of a deal, whatever the worker does with it just now.</summary>
    private void AsksAgain()
    {
        string[] links = [.. _universe.Durable.LinksAsync(default).GetAwaiter().GetResult().Select(l => l.Link.Id)];
        if (links.Length > 0) _universe.Durable.AskAsync(Chance.One(links), default).GetAwaiter().GetResult();
    }

    private void SolutionOfColleague()
    {
        if (Opportunities.Count == 0) return;
        var (id, solution) = (Chance.One(Opportunities), Chance.One(SimulatedRows.Solutions.Values));
        _universe.Witness.Edited(id, () =>
        {
            if (Chance.Of(0.6)) _universe.PartnerCentral.Associate(id, "Solutions", solution);
            else _universe.PartnerCentral.Disassociate(id, "Solutions", solution);
        });
    }

    private void SolutionsOfSeller()
    {
        if (Records.Count == 0) return;
        var (record, row) = (Chance.One(Records), SimulatedRows.Solutions);
        EditRecord(record, row, row.Fresh(_number++, Chance), SellerWords.User);
    }

    private void Approved()
    {
        foreach (var id in Opportunities)
        {
            Try(() => _universe.PartnerCentral.Review(id, "Approved"));
            _universe.Witness.Look(id);
        }
    }
}
