using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Simulation.Faults;
using SyncWorker.Simulation.Rows;
using SyncWorker.Simulation.Worlds;
using SyncWorker.State;

namespace SyncWorker.Simulation.Oracle;

/// <summary>
/// Sees all that happens in both systems, whoever did it, and knows the worker only by what it does there and by its journal: a write that destroys somebody's word is noticed in the moment
/// in which it lands.
/// </summary>
internal sealed class Witness(Universe universe)
{
    private readonly Dictionary<(string Place, string Row), string?> _now = [];
    private readonly Dictionary<(string Place, string Row), HashSet<string>> _everHeld = [];
    private readonly HashSet<(string Place, string Row, string Value)> _putByPeople = [];
    private readonly Dictionary<string, JsonObject> _documents = [];
    private readonly List<Put> _puts = [];
    private readonly Dictionary<(string Place, string Row, string Value), DateTimeOffset> _heldUntil = [];
    private readonly HashSet<Call> _writes = [];
    private readonly Creations _creations = new(universe);
    private Agreements? _agreements;

    public IReadOnlyList<Put> Puts => _puts;

    /// <summary>What the worker's last write changed: where, which row, and what stood there before.</summary>
    public (string Place, SimulatedRow Row, string? Old)? LastLanded { get; private set; }

    /// <summary>How many calls of the worker reached a system, of each kind.</summary>
    public SortedDictionary<CallPoint, int> Calls { get; } = [];

    /// <summary>When the worker read what.</summary>
    public Readings Readings => field ??= new Readings(universe);

    /// <summary>What the worker's journal tells.</summary>
    public WorkersJournal Journal => field ??= new WorkersJournal(universe);

    /// <summary>What stands in records beside what AWS holds.</summary>
    public FilledIn FilledIn => field ??= new FilledIn(universe, this);

    /// <summary>What both sides said last that they agree on.</summary>
    public Agreements Agreements => _agreements ??= new Agreements(universe, this);

    /// <summary>What a person is about to change is looked at before and after.</summary>
    public void Edited(string place, Action edit)
    {
        Look(place);
        edit();
        foreach (var (row, old, value, isFollowed) in Look(place))
        {
            if (old == value) continue;
            universe.Counts.Edits++;
            Add(place, row, old, value, isFollowed);
            if (value is not null) _putByPeople.Add((place, row.Label, value));
            universe.Trace.Note($"{universe.Stamp}   {place} {row.Label}: {old ?? "-"} -> {value ?? "-"}");
        }
    }

    /// <summary>Values that stand somewhere again, because a person did something other than typing them.</summary>
    public void PutAgain(string place, SimulatedRow row, string? value, bool isFollowed)
    {
        if (value is not null) Add(place, row, value, value, isFollowed);
    }

    /// <summary>A value that speaks for a record no more, because a person made the record follow another one.</summary>
    public void TakenAway(string record, SimulatedRow row, string? value, string from)
    {
        FilledIn.PutBack(from, row, [record]);
        _puts.Add(new Put(_puts.Count, record, row.Label, value, null, true, [record], Now(), false));
    }

    /// <summary>A call of the worker reaches a system.</summary>
    public void Carrying(Call call)
    {
        Calls[call.Point] = Calls.GetValueOrDefault(call.Point) + 1;
        if (call.Side != Side.PartnerCentral) return;
        if (call.IsWrite) _writes.Add(call);
        if (call.Operation != "UpdateOpportunity" || JsonNode.Parse(call.Body) is not { } body || universe.PartnerCentral.Opportunity(body["Identifier"]!.GetValue<string>())?["opportunity"] is not { } opportunity) return;
        var isKnown = body["LastModifiedDate"]?.GetValue<string>() == opportunity["LastModifiedDate"]!.GetValue<string>();
        if (isKnown && opportunity["LifeCycle"]!["ReviewStatus"]!.GetValue<string>() is "Submitted" or "In review") universe.Violate("I12 an update of an opportunity that AWS reviews");
    }

    /// <summary>How many writes were taken, whether or not they changed anything. What is refused again and again, at growing distances, is none.</summary>
    public long Taken { get; private set; }

    /// <summary>How many writes reached Partner Central.</summary>
    public int AwsWrites => _writes.Count;

    /// <summary>Whatever people did until now is how things stood, and no edit.</summary>
    public void Forget()
    {
        _puts.Clear();
        _putByPeople.Clear();
        _agreements = null;
    }

    /// <summary>The most writes to Partner Central in any 24 hours. What arrives twice was sent once.</summary>
    public int MostWritesOfADay()
    {
        DateTimeOffset[] sent = [.. _writes.Select(w => w.SentAt).Order()];
        return sent.Select((at, first) => sent.Skip(first).TakeWhile(w => w < at + TimeSpan.FromDays(1)).Count()).DefaultIfEmpty().Max();
    }

    /// <summary>A call of the worker reached a system.</summary>
    public void Carried(Call call, HttpResponseMessage answer)
    {
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent)) return;
        if (call.IsWrite && (call.Operation != "POST composite" || answer.Content.ReadAsStringAsync().GetAwaiter().GetResult().Contains("\"httpStatusCode\":204", StringComparison.Ordinal))) Taken++;
        if (call.Point is CallPoint.SalesforceInsert or CallPoint.Create) Made(call, answer);
        foreach (var place in call.Targets())
        {
            Landed(place, call);
            Readings.Read(place);
        }
    }

    /// <summary>What a place holds now, as far as anybody looked.</summary>
    public string? Now(string place, SimulatedRow row) => _now.GetValueOrDefault((place, row.Label));

    /// <summary>What a place holds now, even where nobody looked yet.</summary>
    public string? Says(string place, SimulatedRow row) => _now.TryGetValue((place, row.Label), out var value) ? value : Document(place) is { } document ? Value(place, row, document) : null;

    private void Add(string place, SimulatedRow row, string? old, string? value, bool isFollowed)
    {
        var records = Speaks(place, isFollowed);
        if (old != value) FilledIn.Note(place, row, records);
        LinkState[] links = [.. place[0] == 'O' ? Linked([place], Side.PartnerCentral) : Linked(records, Side.Salesforce)];
        if (links.Length == 0 && Agreements.Making(place) is { } making) links = [universe.Durable.GetAsync(making, default).GetAwaiter().GetResult()!];
        foreach (var link in links)
        {
            LookFirst(link);
            Agreements.Before(link, row, place, old);
        }

        var isAlone = records.All(id => LinkOf(id, Side.Salesforce) is { } link && Agreements.At(link, row) is >= 0 and var agreed && !_puts.Skip(agreed).Any(p => p.Row == row.Label && p.Place == id));
        var isBack = links.Any(l => Agreements.Accounted(l, row, place, isFollowed).Contains(value) || Makes(l, row, value)) && IsByPeopleAlone(place, row, old, value, isFollowed);
        if (isBack) FilledIn.PutBack(place, row, records);
        _puts.Add(new Put(_puts.Count, place, row.Label, old, value, isFollowed, records, Now(), isAlone) { IsBack = isBack, IsTakenForOurs = links.Any(l => IsUnderWay(l, place, row, value)), IsThirdValue = place[0] == 'O' && links.All(l => IsThirdValue(l, row, place, value)), IsBeforeAdoption = place[0] != 'O' && !isFollowed && !FilledIn.IsAdopted(place), Lookups = isFollowed ? [.. Lookups(place)] : [], EmptiesItsGroup = SimulatedRows.All.All(r => !row.IsDecidedWith(r.Label) || Says(place, r) is null), AsksForAws = value is null && row.Followed is not null && place[0] != 'O' && FollowedBy(place, row) is null });
        foreach (var link in links) Agreements.Edited(link, row);
    }

    private string? FollowedBy(string place, SimulatedRow row) => universe.Salesforce.Record(universe.Map.RecordType, place)?["Opportunity__c"]?.GetValue<string>() is { } lookup ? Says(lookup, row) : null;

    /// <summary>At what AWS itself made nobody has looked yet.</summary>
    private void LookFirst(LinkState link)
    {
        if (link.Link.OpportunityId is { } number && !_documents.ContainsKey(number)) Look(number);
    }

    /// <summary>Whether the worker makes something with a value, and has not accounted for that yet.</summary>
    private static bool Makes(LinkState link, SimulatedRow row, string? value) => link.Baseline.Intent?.Parts.GetValueOrDefault(row.Label) is { } part && row.Canonical(part.Value) == value;

    /// <summary>Whether people alone brought a place away from a value and back to it. Where the worker wrote something in between, it knows that it did.</summary>
    private bool IsByPeopleAlone(string place, SimulatedRow row, string? old, string? value, bool isFollowed)
    {
        foreach (var put in _puts.Where(p => p.Place == place && p.Row == row.Label && p.IsFollowed == isFollowed && p.Old != p.New).Reverse())
        {
            if (old == value || put.New != old) break;
            old = put.Old;
        }

        return old == value;
    }

    /// <summary>Where that comes from which a call writes.</summary>
    public IEnumerable<string> Sources(Call call) => call.Targets().Select(t => LinkOf(t, call.Side)?.Link).Select(l => call.Side == Side.Salesforce ? l?.OpportunityId : l?.RecordId).OfType<string>();

    /// <summary>Whether a place holds a value, or ever held it.</summary>
    public bool HasHeld(string place, SimulatedRow row, string value) => _everHeld.GetValueOrDefault((place, row.Label))?.Contains(value) == true || (Document(place) is { } document && Value(place, row, document) == value);

    private bool IsUnderWay(LinkState link, string place, SimulatedRow row, string? value)
    {
        var isAtAws = place == link.Link.OpportunityId;
        if (!isAtAws && place != link.Link.RecordId) return false;
        var nonce = isAtAws ? null : universe.Salesforce.Record(universe.Map.RecordType, place)?["Sync_Nonce__c"]?.GetValue<string>();
        return link.Baseline.Sent.Any(s => (isAtAws ? s.To == Side.PartnerCentral : s.To == Side.Salesforce && s.Nonce == nonce) && s.Parts.TryGetValue(row.Label, out var part) && row.Canonical(part.Value) == value);
    }

    private bool IsThirdValue(LinkState link, SimulatedRow row, string place, string? value) => value is not null && !Agreements.Accounted(link, row, place, false).Contains(value) && link.Baseline.Sent.Where(s => s.To == Side.PartnerCentral)
        .Select(s => s.Parts.GetValueOrDefault(row.Label)).OfType<SentPart>().All(p => row.Canonical(p.Value) != value && row.Canonical(p.PartnerCentral.Canonical) != value);

    /// <summary>Whether what somebody put contests something on the other side.</summary>
    public bool IsContested(Put put) => Linked([put.Place], put.Place[0] == 'O' ? Side.PartnerCentral : Side.Salesforce).Any(l => Agreements.Contests.IsOpen(l.Link.Id, SimulatedRows.All.First(r => r.Label == put.Row).Unit));

    private IEnumerable<LinkState> Linked(IEnumerable<string> places, Side side) => places.Select(p => LinkOf(p, side) ?? (side == Side.Salesforce ? ByClazarId(p) : null)).OfType<LinkState>();

    /// <summary>A record whose insert is not accounted for yet is known by what it carries.</summary>
    private LinkState? ByClazarId(string record) => universe.Salesforce.Record(universe.Map.RecordType, record)?["Clazar_Id__c"]?.GetValue<string>() is { } id ? universe.Durable.GetAsync(id, default).GetAwaiter().GetResult() : null;

    private DateTimeOffset Now() => universe.Time.GetUtcNow();

    /// <summary>A counterpart was made. People may edit it before the worker knows its number.</summary>
    private void Made(Call call, HttpResponseMessage answer)
    {
        var (body, made) = (JsonNode.Parse(call.Body)!, JsonNode.Parse(answer.Content.ReadAsStringAsync().GetAwaiter().GetResult())!);
        if (call.Point == CallPoint.Create) _creations.Made(body, made["Id"]!.GetValue<string>());
        var links = universe.Durable.LinksAsync(default).GetAwaiter().GetResult();
        var link = call.Side == Side.Salesforce ? links.FirstOrDefault(l => l.Link.Id == body["Clazar_Id__c"]?.GetValue<string>()) : links.FirstOrDefault(l => l.Baseline.Intent?.Token == body["ClientToken"]!.GetValue<string>());
        if (link is not { Link: var ids } || (ids.RecordId ?? made["id"]?.GetValue<string>()) is not { } record || (ids.OpportunityId ?? made["Id"]?.GetValue<string>()) is not { } number) return;
        Agreements.Made(link, record, number, call.Side);
    }

    private void Landed(string place, Call call)
    {
        var before = _documents.GetValueOrDefault(place);
        var isNew = !_now.ContainsKey((place, SimulatedRows.Stage.Label));
        var changed = Look(place).Where(r => r.Old != r.New).ToArray();
        Check(place, call, isNew ? [] : changed, before);
        if (LinkOf(place, call.Side) is { } link) LookFirst(link);
        Agreements.Landed(place, [.. changed.Select(c => c.Row)]);
    }

    private void Check(string place, Call call, (SimulatedRow Row, string? Old, string? New, bool IsFollowed)[] changed, JsonObject? before)
    {
        if (changed.Length > 0) universe.Counts.Writes++;
        var laws = LinkOf(place, call.Side) is { } link ? new Laws(universe, link, place, call.Side) : null;
        foreach (var (row, old, value, isFollowed) in changed)
        {
            laws?.Landed(row, old, value);
            if (place[0] != 'O') FilledIn.Note(place, row, [place]);
            LastLanded = (place, row, old);
            universe.Trace.Note($"{universe.Stamp}   the worker writes {place} {row.Label}: {old ?? "-"} -> {value ?? "-"}");
            if (isFollowed) universe.Violate($"I11 the worker wrote {row.Label} of the standard Opportunity");
            if (row.IsAwsOwned && call.Side == Side.PartnerCentral) universe.Violate($"an owned row flowed back: {row.Label}");
            if (old is not null && row.Kind != ValueKind.Set && _putByPeople.Contains((place, row.Label, old)) && !IsBack(place, row) && !IsSafe(place, call.Side, row, old))
                universe.Violate($"I6 {row.Label} was overwritten on {call.Side} before its value was anywhere else or in the journal");
        }

        if (call.Point == CallPoint.Update && before is not null) Unmapped.Compare(universe, before, _documents[place]);
    }

    private bool IsBack(string place, SimulatedRow row) => _puts.LastOrDefault(p => p.Place == place && p.Row == row.Label && p.Old != p.New && p.IsFollowed == IsFollowed(place)) is { IsBack: true };

    /// <summary>Whether a value that is overwritten is known on the other side, or kept in the journal.</summary>
    private bool IsSafe(string place, Side side, SimulatedRow row, string value) =>
        LinkOf(place, side) is { } link && (Laws.Others(link, side).Any(o => HasHeld(o, row, value)) || Journal.Losers(link, row).Contains(value));

    /// <summary>Whether a place has held a value at some time since.</summary>
    public bool HasHeldSince(string place, SimulatedRow row, string value, DateTimeOffset since) =>
        Says(place, row) == value || (_heldUntil.TryGetValue((place, row.Label, value), out var until) && until >= since);

    public LinkState? LinkOf(string place, Side side) => (side == Side.Salesforce ? universe.Durable.FindByRecordAsync(place, default) : universe.Durable.FindByOpportunityAsync(place, default)).GetAwaiter().GetResult();

    /// <summary>Looks at a record or an opportunity, and at what is new there.</summary>
    public IReadOnlyList<(SimulatedRow Row, string? Old, string? New, bool IsFollowed)> Look(string place)
    {
        var seen = new List<(SimulatedRow, string?, string?, bool)>();
        if (Document(place) is not { } document) return seen;
        var isFollowed = IsFollowed(place);
        foreach (var row in SimulatedRows.All.Where(r => !isFollowed || r.Followed is not null))
        {
            var value = Value(place, row, document);
            var old = _now.GetValueOrDefault((place, row.Label));
            _now[(place, row.Label)] = value;
            if (old is not null && old != value) _heldUntil[(place, row.Label, old)] = Now();
            if (value is not null)
            {
                if (!_everHeld.TryGetValue((place, row.Label), out var held)) _everHeld[(place, row.Label)] = held = [];
                held.Add(value);
            }

            seen.Add((row, old, value, isFollowed));
        }

        _documents[place] = document;
        return seen;
    }

    private static string? Value(string place, SimulatedRow row, JsonObject document) =>
        IsFollowed(place) ? row.Followed is null ? null : row.InFollowed(document) : place[0] != 'O' ? row.InRecord(document) : row.AtAws(row.IsAwsOwned ? document["summary"] as JsonObject ?? [] : document);

    private static bool IsFollowed(string place) => place.StartsWith("006", StringComparison.Ordinal);

    /// <summary>Whether AWS has a view of its own of an opportunity.</summary>
    public bool HasSummary(string place) => _documents.GetValueOrDefault(place)?["summary"] is not null;

    private JsonObject? Document(string place)
    {
        if (place[0] != 'O') return universe.Salesforce.Record(IsFollowed(place) ? "Opportunity" : universe.Map.RecordType, place);
        if (universe.PartnerCentral.Opportunity(place) is not { } seen) return null;
        var document = (JsonObject)seen["opportunity"]!.DeepClone();
        document["summary"] = seen["awsSummary"]?.DeepClone();
        return document;
    }

    private IReadOnlyList<string> Speaks(string place, bool isFollowed) => !isFollowed ? [place] : [.. Lookups(place).Where(id => Follows(id, place))];

    private IEnumerable<string> Lookups(string place) => universe.Salesforce.Records(universe.Map.RecordType).Where(r => r!["Opportunity__c"]?.GetValue<string>() == place).Select(r => r!["Id"]!.GetValue<string>());

    /// <summary>What is followed is no edit before the worker knows that it is followed: setting a lookup sends nothing.</summary>
    private bool Follows(string record, string opportunity) => LinkOf(record, Side.Salesforce) is { } link
        ? link.Link.OpportunityId is null || link.Baseline.MappedObjectId == opportunity
        : universe.Salesforce.Record(universe.Map.RecordType, record)!["Clazar_Id__c"] is null;
}
