using SyncWorker.Emulators.Salesforce.Model;

namespace SyncWorker.Emulators.Salesforce.Records;

/// <summary>
/// The records of the org, in memory. It stamps every write, and can take writes back to a mark, because "all or none" spans several of them.
/// It enforces nothing: what may be written is decided before.
/// </summary>
internal sealed class OrgStore(TimeProvider clock)
{
    private readonly Dictionary<string, Row> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Row>> _byType = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private readonly Stack<Action> _undo = new();

    /// <summary>How long ago the present transaction began. Stamps are set then, and others see them only now.</summary>
    public TimeSpan TransactionAge { get; set; }

    /// <summary>The time of the stamps. They have whole seconds, as in a real org.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = clock.GetUtcNow() - TransactionAge;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        }
    }

    public IEnumerable<Row> Rows(ObjectType type, bool withDeleted = false) =>
        _byType.GetValueOrDefault(type.Name, []).Where(row => !row.IsGone && (withDeleted || !row.IsDeleted));

    /// <summary>Everything deleted, contact roles too that even queryAll cannot see.</summary>
    public IEnumerable<Row> Deleted(ObjectType type) => _byType.GetValueOrDefault(type.Name, []).Where(row => row.IsDeleted);

    public Row? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The next number of a counter. Numbers are never used twice, not even after a rollback.</summary>
    public long Next(string counter) => _numbers[counter] = _numbers.GetValueOrDefault(counter) + 1;

    public Row Insert(ObjectType type, IReadOnlyDictionary<string, object?> values, string userId, string? id = null)
    {
        id ??= SalesforceId.Make(type.KeyPrefix, Next(type.Name));
        var stamped = new Dictionary<string, object?>(values, StringComparer.Ordinal)
        {
            ["IsDeleted"] = false,
            ["CreatedDate"] = Now,
            ["CreatedById"] = userId,
        };
        Stamp(stamped, userId);
        var row = new Row(type, id, stamped);
        if (!_byType.TryGetValue(type.Name, out var rows))
            _byType[type.Name] = rows = [];
        _byId.Add(id, row);
        rows.Add(row);
        _undo.Push(() =>
        {
            _byId.Remove(id);
            rows.Remove(row);
        });
        return row;
    }

    public void Update(Row row, IReadOnlyDictionary<string, object?> changes, string userId)
    {
        var values = Copy(row, changes);
        Stamp(values, userId);
        Put(row, values);
    }

    /// <summary>Changes a record the way the system does: only SystemModstamp moves.</summary>
    public void Touch(Row row, IReadOnlyDictionary<string, object?>? changes = null)
    {
        var values = Copy(row, changes ?? new Dictionary<string, object?>());
        values["SystemModstamp"] = Now;
        Put(row, values);
    }

    /// <summary>A directly deleted contact role leaves no trace; everything else goes to the recycle bin.</summary>
    public void Delete(Row row, string userId, bool leavesTrace)
    {
        Update(row, new Dictionary<string, object?> { ["IsDeleted"] = true }, userId);
        if (leavesTrace)
            return;
        row.IsGone = true;
        _undo.Push(() => row.IsGone = false);
    }

    public int Mark() => _undo.Count;

    public void RollBackTo(int mark)
    {
        while (_undo.Count > mark)
            _undo.Pop()();
    }

    public void Commit() => _undo.Clear();

    private static Dictionary<string, object?> Copy(Row row, IReadOnlyDictionary<string, object?> changes)
    {
        var values = new Dictionary<string, object?>(row.Values, StringComparer.Ordinal);
        foreach (var (name, value) in changes)
            values[name] = value;
        return values;
    }

    private void Stamp(Dictionary<string, object?> values, string userId)
    {
        values["LastModifiedDate"] = Now;
        values["LastModifiedById"] = userId;
        values["SystemModstamp"] = Now;
    }

    private void Put(Row row, Dictionary<string, object?> values)
    {
        var before = row.Values;
        row.Replace(values);
        _undo.Push(() => row.Replace(before));
    }
}
