using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Decoding;
using SyncWorker.Core.Mapping.MemberPaths;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Tests.Reconciliation.Worlds;

/// <summary>
/// Two records of one deal, the people who edit them, and a worker that settles them as the engine does: plan, remember, deliver the first step, read back, receipt, look again.
/// Everything is in memory and nothing is left to chance, so a list of happenings is a reproducible run.
/// </summary>
internal sealed class World
{
    private const int QuietSeconds = 10;
    private const int RoundsMax = 16;

    private static readonly JsonObject Extras = (JsonObject)JsonNode.Parse("""{"Duns":"123456789","Origin":"Partner Referral","List":[1,{"a":null},"x & y"]}""")!;

    private readonly Rule _rule;
    private readonly FieldMap _map;
    private readonly Policy _policy;
    private readonly JsonObject _record;
    private readonly JsonObject _opportunity;
    private readonly Link _link = new() { Id = "L1", RecordId = "a001", OpportunityId = "O1" };
    private readonly Dictionary<string, (Side Winner, int Edits)> _decisions = [];
    private readonly Dictionary<string, int> _edits = [];
    private readonly Dictionary<(string Row, Place Place), List<JsonNode?>> _past = [];
    private readonly HashSet<string> _tokens = [];
    private readonly Dictionary<string, (string? CoSell, string? Followed, string? PartnerCentral)> _adopted = [];
    private (Side Side, string Guard, DateTimeOffset At, Action Write)? _open;
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private DateTimeOffset _awsDate;
    private DateTimeOffset _salesforceDate;
    private int _fresh = 100;
    private string? _unreadable;

    public World(Rule rule, FieldMap map, string status, Side tieGoesTo = Side.PartnerCentral, bool holdsOtherTools = false)
    {
        _rule = rule;
        _map = map;
        _policy = new Policy(tieGoesTo, TimeSpan.FromSeconds(120)) { HoldsOtherTools = holdsOtherTools };
        _record = new JsonObject
        {
            ["Id"] = "a001",
            ["Opportunity__c"] = null,
            ["Opportunity__r"] = null,
            ["Submit_To_AWS__c"] = false,
            ["Referral_Decision__c"] = null,
            ["Sync_Status__c"] = null,
            ["Sync_Error__c"] = null,
            ["Sync_Note__c"] = null,
            ["Sync_Nonce__c"] = null,
        };
        foreach (var row in map.Rows) _record[row.Fields[0]] = null;
        _opportunity = new JsonObject { ["Id"] = "O1", ["Extras"] = Extras.DeepClone(), ["LifeCycle"] = new JsonObject { ["ReviewStatus"] = status, ["Unmapped"] = "kept" } };
        StampSalesforce();
        StampPartnerCentral();
    }

    public Baseline Baseline { get; private set; } = Baseline.Never;

    public List<JournalEntry> Journal { get; } = [];

    public List<Put> Puts { get; } = [];

    /// <summary>The writes that arrived, by side.</summary>
    public Dictionary<Side, int> Writes { get; } = new() { [Side.Salesforce] = 0, [Side.PartnerCentral] = 0 };

    /// <summary>The row changes that arrived, as <c>side:row</c>.</summary>
    public List<string> Written { get; } = [];

    public FieldMap Map => _map;

    public bool Faulty { get; private set; }

    public bool Remapped { get; private set; }

    /// <summary>How many values were put before a person adopted the opportunity.</summary>
    public int Adopted { get; private set; }

    /// <summary>What Salesforce makes of a row's text that the worker writes there.</summary>
    public Func<string, string?, string?>? InSalesforce { get; init; }

    /// <summary>What AWS makes of a row's value that anybody writes there.</summary>
    public Func<string, JsonNode?, JsonNode?>? AtAws { get; init; }

    public string Review => (string)_opportunity["LifeCycle"]!["ReviewStatus"]!;

    // ------------------------------------------------------------------------------------------------ people

    public void Pass(int seconds)
    {
        if (_open is { } late)
        {
            // Nothing is sent later than its send-by time, which is well within the in-flight bound.
            if (_now.AddSeconds(seconds) - late.At > TimeSpan.FromSeconds(60)) LandLate();
        }

        _now = _now.AddSeconds(seconds);
    }

    public JsonNode? this[string row, Place place] => place switch
    {
        Place.CoSell => _record[_map[row].Fields[0]],
        Place.Followed => _record["Opportunity__r"]?[FollowedField(row)],
        _ => MemberReader.Read(_opportunity, _map[row].Read[0]).Node,
    };

    /// <summary>The place's value as the oracle compares it.</summary>
    public string? Value(string row, Place place) => Values.Comparable(row, this[row, place]);

    /// <summary>A person puts a value at a place.</summary>
    public void Edit(string row, Place place, JsonNode? value)
    {
        if (place == Place.Followed && (_map[row].Follows is null || _record["Opportunity__r"] is null)) return;
        if (place == Place.PartnerCentral && row == Maps.Status) return;

        // A side that is emptied altogether is not believed, so one field always stays.
        if (row == Maps.Status) value ??= Fresh(row, place);
        var before = Value(row, place);
        Past(row, place).Add(this[row, place]?.DeepClone());
        Write(row, place, value);
        _edits[_map[row].Unit] = Edits(row) + 1;
        Puts.Add(new Put(row, place, Value(row, place), before, Puts.Count));
        if (place == Place.CoSell) StampSalesforce();
        else if (place == Place.PartnerCentral) StampPartnerCentral();
        else _record["Opportunity__r"]!["LastModifiedDate"] = SalesforceText(_now);
    }

    /// <summary>A value that nobody ever put anywhere.</summary>
    public JsonNode Fresh(string row, Place place) => Values.Fresh(row, place, _fresh += 13);

    /// <summary>A value as a person would choose it: a new one, an old one put back, what the other side says, none, or the same again.</summary>
    public JsonNode? Choose(string row, Place place, int how)
    {
        var past = Past(row, place);
        return how switch
        {
            < 9 => Fresh(row, place),
            < 12 when past.Count > 0 => past[^(1 + how % Math.Min(past.Count, 3))]?.DeepClone(),
            < 12 => Fresh(row, place),
            12 => Values.Translate(row, place, Values.Comparable(row, this[row, place == Place.PartnerCentral ? Place.CoSell : Place.PartnerCentral])),
            13 => null,
            14 => this[row, place]?.DeepClone(),
            _ => Fresh(row, place),
        };
    }

    /// <summary>A person undoes the last edit of a place.</summary>
    public void PutBack(string row, Place place) => Edit(row, place, Past(row, place)[^1]?.DeepClone());

    /// <summary>The lookup is set to another record, or emptied.</summary>
    public void Look(bool mapped)
    {
        // Whatever the old parent said is not there any more.
        foreach (var row in _map.Rows.Where(r => r.Follows is not null))
        {
            Puts.Add(new Put(row.Label, Place.Followed, null, Value(row.Label, Place.Followed), Puts.Count));
            _edits[row.Unit] = Edits(row.Label) + 1;
        }

        Remapped = true;
        _record["Opportunity__c"] = mapped ? $"006{_fresh += 13}" : null;
        _record["Opportunity__r"] = mapped ? new JsonObject { ["LastModifiedDate"] = SalesforceText(_now), ["Competitor"] = $"v{_fresh += 13}", ["City"] = $"v{_fresh += 13}" } : null;
        StampSalesforce();
    }

    /// <summary>The lookup is set before the deal is known to the worker.</summary>
    public void Born(bool mapped, bool met)
    {
        if (mapped)
        {
            _record["Opportunity__c"] = "006A";
            _record["Opportunity__r"] = new JsonObject { ["LastModifiedDate"] = SalesforceText(_now), ["Competitor"] = null, ["City"] = null };
        }

        foreach (var row in _map.Rows.Where(r => r.Label != Maps.Status))
        {
            var value = Fresh(row.Label, Place.PartnerCentral);
            Edit(row.Label, Place.PartnerCentral, value);
            if (row.Follows is not null && mapped) Edit(row.Label, Place.Followed, met ? value.DeepClone() : Fresh(row.Label, Place.Followed));
            if (row.Follows is null || !mapped) Edit(row.Label, Place.CoSell, met ? Values.Translate(row.Label, Place.CoSell, Value(row.Label, Place.PartnerCentral)) : Fresh(row.Label, Place.CoSell));
        }
    }

    /// <summary>A person asks for another try.</summary>
    public void Retry() => Baseline = Baseline.Forgiven();

    public void Reviewed(string status)
    {
        if (Review == "Approved") return;
        _opportunity["LifeCycle"]!["ReviewStatus"] = status;
        foreach (var row in _map.Rows) _edits[row.Unit] = Edits(row.Label) + 1;
        StampPartnerCentral();
    }

    public void Tick()
    {
        _record["Submit_To_AWS__c"] = true;
        StampSalesforce();
    }

    /// <summary>A side's record is saved without a change of any row.</summary>
    public void Touch(Side side)
    {
        if (side == Side.Salesforce) StampSalesforce();
        else StampPartnerCentral();
    }

    /// <summary>When a side was last touched, in whole seconds.</summary>
    public DateTimeOffset Touched(Side side)
    {
        var date = side == Side.Salesforce ? _salesforceDate : _awsDate;
        return date.AddTicks(-(date.Ticks % TimeSpan.TicksPerSecond));
    }

    public void Live(IEnumerable<Happening> history)
    {
        foreach (var h in history) Happen(h);
    }

    private void Happen(Happening h)
    {
        Pass(h.Gap);
        if (_open is not null && h.How % 2 == 0) LandLate();
        var row = _map.Rows[h.Row % _map.Rows.Length];
        switch (h.Kind)
        {
            case < 3: Edit(row.Label, Place.CoSell, Choose(row.Label, Place.CoSell, h.How)); break;
            case < 6: Edit(row.Label, Place.PartnerCentral, Choose(row.Label, Place.PartnerCentral, h.How)); break;
            case < 8 when row.Follows is not null: Edit(row.Label, Place.Followed, Choose(row.Label, Place.Followed, h.How)); break;
            case 8 when h.How < 5: Look(h.How > 0); break;
            case 7 or 8: break;
            case 9: Reviewed(h.How switch { < 4 => "Action Required", < 8 => "In review", < 12 => "Submitted", _ => "Approved" }); break;
            case 10: Tick(); break;
            default:
                Settle(h.How < 10 ? (Fault)h.How : Fault.None, row.Label, (Place)((h.Row + h.Kind) % 3));
                break;
        }
    }

    // ------------------------------------------------------------------------------------------------ the worker

    /// <summary>Settles until nothing is left to do, or until the fault strikes. Returns the last plan.</summary>
    public Plan Settle(Fault fault = Fault.None, string? row = null, Place place = Place.PartnerCentral)
    {
        Faulty |= fault != Fault.None;
        if (_now - _salesforceDate < TimeSpan.FromSeconds(QuietSeconds)) Pass(QuietSeconds);
        for (var round = 0; round < RoundsMax; round++)
        {
            _unreadable = fault == Fault.Unreadable ? row : null;
            var (salesforce, partnerCentral, plan) = Decide(place);
            _unreadable = null;
            if (fault == Fault.CrashBeforeRemembering) return plan;
            Remember(plan);
            if (plan.IsQuiet || fault is Fault.CrashBeforeDelivery) return plan;
            if (!Deliver(plan, plan.Steps[0], salesforce, partnerCentral, fault, row ?? _map.Rows[0].Label, place)) return plan;
            fault = Fault.None;
        }

        throw new LawBrokenException($"a settle comes to rest: not after {RoundsMax} writes");
    }

    /// <summary>Looks at both sides and decides, and does nothing.</summary>
    public Plan Peek(FieldMap? map = null, Func<Snapshot, Snapshot>? salesforce = null, Func<Snapshot, Snapshot>? partnerCentral = null)
    {
        var (s, a) = (ReadSalesforce(null, map), ReadPartnerCentral(null, map));
        return _rule.Decide(new Look(map ?? _map, _link, Baseline, salesforce?.Invoke(s) ?? s, partnerCentral?.Invoke(a) ?? a, _policy, _now));
    }

    /// <summary>Why a row is as it is.</summary>
    public Verdict Explain(string row) =>
        Explanation.Of(_map, _link, Baseline, ReadSalesforce(), ReadPartnerCentral(), Peek(), ImmutableDictionary<string, AcceptedDifference>.Empty, _now).Single(e => e.Row.Label == row).Verdict;

    /// <summary>Whether a side is suddenly empty, so that nothing is decided.</summary>
    public bool IsDisbelieved => Peek().Holds.Any(h => h is { Row: "", Kind: HoldKind.Unknown });

    /// <summary>A person gives the record the opportunity's number.</summary>
    public void Adopt()
    {
        Baseline = AsItStands.OfPasted(_map, Baseline, ReadSalesforce(null), ReadPartnerCentral(null));
        Adopted = Puts.Count;
        foreach (var row in _map.Rows) _adopted[row.Label] = Said(row);
    }

    /// <summary>
    /// Whether the sides differed when a person adopted the opportunity, the record said something of its own of the row's group, and nobody has changed the row since. Emptying a field that
    /// follows nothing now changes nothing; of a list each element is taken for itself.
    /// </summary>
    public bool StandsApart(Row row)
    {
        if (!_adopted.TryGetValue(row.Label, out var then)) return false;
        if (row.Codec.IsList) return then.CoSell != then.PartnerCentral;
        var now = Said(row);
        return _map.Rows.Where(r => r.Unit == row.Unit).Any(r => r.Flow == Flow.ToPartnerCentral || (_adopted[r.Label] is { CoSell: { } said, Followed: var followed } && said != followed))
            && (then.CoSell == now.CoSell || (row is { Follows: not null, Group: not null } && now.CoSell is null)) && then.PartnerCentral == now.PartnerCentral && (Remapped || then.Followed == now.Followed);
    }

    /// <summary>Remembers a plan as before a delivery that never happens.</summary>
    public void Remember(Plan plan)
    {
        foreach (var c in plan.Conflicts) _decisions[_map[c.Row].Unit] = (c.Winner, Edits(c.Row));
        Baseline = plan.Next;
        Journal.AddRange(plan.Journal);
    }

    private (Snapshot Salesforce, Snapshot PartnerCentral, Plan Plan) Decide(Place unreadable)
    {
        var (s, a) = (ReadSalesforce(unreadable), ReadPartnerCentral(unreadable));
        var plan = _rule.Decide(new Look(_map, _link, Baseline, s, a, _policy, _now));
        Watch(plan, s, a);
        return (s, a, plan);
    }

    /// <summary>What must hold of every plan.</summary>
    private void Watch(Plan plan, Snapshot salesforce, Snapshot partnerCentral)
    {
        foreach (var change in plan.Changes)
        {
            var row = _map[change.Row];
            var present = change.To == Side.Salesforce ? salesforce[row.Label] : partnerCentral[row.Label];
            if (present.Canonical == change.Value) throw new LawBrokenException($"no echo: {change.Row} is sent to {change.To}, which has it");
            if (_map.Rows.Any(r => r.Unit == row.Unit && r.Label == _unreadable)) throw new LawBrokenException($"unknown writes nothing: {change.Row} is sent to {change.To}");
            if (_decisions.TryGetValue(row.Unit, out var decided) && decided.Edits == Edits(row.Label) && decided.Winner == change.To && !change.Part.Refresh)
                throw new LawBrokenException($"decided stays decided: {row.Label} was won by {decided.Winner} and is sent there");
        }

        if (_open is { } open && (open.Side == Side.Salesforce ? salesforce : partnerCentral).Version == open.Guard && plan.Steps.Any(s => s.Side == open.Side))
            throw new LawBrokenException($"nothing else goes to {open.Side} while a write may still land");
    }

    /// <summary>Takes one step, with its fault. Says whether the settle goes on.</summary>
    private bool Deliver(Plan plan, Step step, Snapshot salesforce, Snapshot partnerCentral, Fault fault, string row, Place place)
    {
        if (fault == Fault.AnswerLostNothingWritten) return false;
        if (fault == Fault.EditBeforeDelivery) Elsewhere(row, place);
        var guard = step.Side == Side.Salesforce ? salesforce.Version : partnerCentral.Version;
        var nonce = plan.Next.Sent.LastOrDefault(s => s.To == step.Side)?.Nonce;
        Baseline = Receipts.Sending(Baseline, _now);
        if (fault == Fault.WrittenLate && step.Kind != StepKind.Submit)
        {
            if (_open is null) _open = (step.Side, guard, _now, () => Apply(step, guard, nonce));
            return false;
        }

        if (step.Kind == StepKind.Submit && Review != "Action Required" && !_tokens.Contains(step.Intent!.Token))
        {
            Baseline = Receipts.Refused(Baseline, step, "It is not open for submission", ImmutableDictionary<string, string>.Empty, _now);
            return true;
        }

        if (!Apply(step, guard, nonce))
        {
            Baseline = Receipts.Forgotten(Baseline, step);
            return true;
        }

        if (fault == Fault.AnswerLostWritten) return false;
        var receipt = step.Kind == StepKind.Submit ? null : step.Side == Side.Salesforce ? SalesforceText(_salesforceDate) : AwsText(_awsDate);
        if (fault == Fault.EditBeforeReadBack) Elsewhere(row, step.Side == Side.Salesforce ? Place.CoSell : Place.PartnerCentral);
        _unreadable = fault == Fault.ReadBackUnreadable ? row : null;
        if (step.Side == Side.Salesforce) salesforce = ReadSalesforce(place);
        else partnerCentral = ReadPartnerCentral(place);
        _unreadable = null;
        var outcome = _rule.Receive(new Delivery(_map, _link, Baseline, step, salesforce, partnerCentral, receipt, _policy));
        Baseline = outcome.Next;
        Journal.AddRange(outcome.Journal);
        return true;
    }

    private void Elsewhere(string row, Place place)
    {
        Pass(1);
        Edit(row, place, Fresh(row, place));
        Pass(QuietSeconds);
    }

    private void LandLate()
    {
        var late = _open!.Value;
        _open = null;
        late.Write();
    }

    private bool Apply(Step step, string guard, string? nonce)
    {
        if (_open?.Side == step.Side) _open = null;
        _now = _now.AddSeconds(1);
        if (step.Kind != StepKind.Submit && guard != (step.Side == Side.Salesforce ? SalesforceText(_salesforceDate) : AwsText(_awsDate))) return false;
        foreach (var change in step.Changes)
        {
            Written.Add($"{change.To}:{change.Row}");
            _decisions.Remove(_map[change.Row].Unit);
        }

        if (step.Changes.Length > 0 || step.Kind == StepKind.Submit) Writes[step.Side]++;
        switch (step.Kind)
        {
            case StepKind.UpdateRecord:
                foreach (var (field, text) in step.Changes.SelectMany(c => c.Writes).Concat(step.Bookkeeping)) _record[field] = JsonNode.Parse(text);
                if (InSalesforce is { } keeps) foreach (var change in step.Changes) _record[_map[change.Row].Fields[0]] = keeps(change.Row, (string?)_record[_map[change.Row].Fields[0]]);
                _record["Sync_Nonce__c"] = nonce;
                StampSalesforce();
                return true;
            case StepKind.UpdateOpportunity:
                Update(step);
                return true;
            case StepKind.Submit:
                // The same token again does nothing again.
                if (!_tokens.Add(step.Intent!.Token)) return true;
                _opportunity["LifeCycle"]!["ReviewStatus"] = "Submitted";
                StampPartnerCentral();
                return true;
            default:
                throw new LawBrokenException($"{step.Kind} has no place here");
        }
    }

    /// <summary>AWS takes the whole document: what is left out is gone. It keeps its own members and rewrites some of what it gets.</summary>
    private void Update(Step step)
    {
        var sent = _rule.Document((JsonObject)_opportunity.DeepClone());
        foreach (var change in step.Changes)
        {
            var row = _map[change.Row];
            if (row.Write is null) throw new LawBrokenException($"an owned row never flows back: {row}");
            if (!Maps.IsTaken(row.Label, Review)) throw new LawBrokenException($"what is locked is not sent: {row} while {Review}");
            MemberWriter.Write(sent, row.Write, JsonNode.Parse(change.Writes[0].Value));
        }

        if (!JsonNode.DeepEquals(sent["Extras"], Extras) || (string?)sent["LifeCycle"]?["Unmapped"] != "kept") throw new LawBrokenException("members outside the map stay as they are");
        foreach (var row in _map.Rows.Where(r => r.Write is not null)) Write(row.Label, Place.PartnerCentral, MemberReader.Read(sent, row.Write!).Node);
        StampPartnerCentral();
    }

    // ------------------------------------------------------------------------------------------------ the two records

    private (string? CoSell, string? Followed, string? PartnerCentral) Said(Row row) => (Value(row.Label, Place.CoSell), Value(row.Label, Place.Followed), Value(row.Label, Place.PartnerCentral));

    private void Write(string row, Place place, JsonNode? value)
    {
        if (place == Place.PartnerCentral) MemberWriter.Write(_opportunity, _map[row].Read[0], Values.AsAwsKeeps(row, AtAws is { } keeps ? keeps(row, value) : value));
        else if (place == Place.Followed) _record["Opportunity__r"]![FollowedField(row)] = value?.DeepClone();
        else _record[_map[row].Fields[0]] = value?.DeepClone();
    }

    private Snapshot ReadSalesforce(Place? unreadable = null, FieldMap? map = null)
    {
        var snapshot = SalesforceDecoder.Decode(map ?? _map, (JsonObject)_record.DeepClone(), _now, Review == "Approved");
        if (_unreadable is not { } row || unreadable == Place.PartnerCentral) return snapshot;
        var unknown = Reading.Unknown("not readable now");
        return unreadable == Place.Followed && snapshot.Followed.ContainsKey(row)
            ? snapshot with { Followed = snapshot.Followed.SetItem(row, unknown) } : snapshot with { Readings = snapshot.Readings.SetItem(row, unknown) };
    }

    private Snapshot ReadPartnerCentral(Place? unreadable = null, FieldMap? map = null)
    {
        var documents = ImmutableDictionary<PathRoot, JsonObject>.Empty.Add(PathRoot.Opportunity, (JsonObject)_opportunity.DeepClone());
        var snapshot = PartnerCentralDecoder.Decode(map ?? _map, documents, _now);
        return _unreadable is { } row && unreadable == Place.PartnerCentral ? snapshot with { Readings = snapshot.Readings.SetItem(row, Reading.Unknown("not readable now")) } : snapshot;
    }

    private void StampSalesforce()
    {
        _salesforceDate = _now;
        _record["LastModifiedDate"] = SalesforceText(_now);
    }

    private void StampPartnerCentral()
    {
        _awsDate = _now > _awsDate ? _now : _awsDate.AddMilliseconds(1);
        _opportunity["LastModifiedDate"] = AwsText(_awsDate);
    }

    private static string SalesforceText(DateTimeOffset date) => date.ToString("yyyy-MM-dd'T'HH:mm:ss'.000+0000'", CultureInfo.InvariantCulture);

    private static string AwsText(DateTimeOffset date) => date.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private string FollowedField(string row) => _map[row].Follows is { } follows ? follows.Path[(follows.Holder.Length + 1)..] : "";

    private List<JsonNode?> Past(string row, Place place) => _past.TryGetValue((row, place), out var past) ? past : _past[(row, place)] = [];

    private int Edits(string row) => _edits.GetValueOrDefault(_map[row].Unit);
}
