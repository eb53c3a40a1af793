using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Model;

namespace SyncWorker.Emulators.Salesforce.Records;

/// <summary>What stands in the way of a save besides the model: admins' validation rules, and the locks that other transactions hold.</summary>
internal sealed class SaveGuards
{
    private readonly HashSet<string> _locked = new(StringComparer.Ordinal);
    private readonly List<ValidationRule> _rules = [];

    public void Lock(Row row) => _locked.Add(row.Id);

    public void Unlock(Row row) => _locked.Remove(row.Id);

    public void Add(ValidationRule rule) => _rules.Add(rule);

    public void ClearRules() => _rules.Clear();

    /// <summary>A real org waits ten seconds for the lock, then refuses.</summary>
    public void RefuseLocked(Row row)
    {
        if (_locked.Contains(row.Id)) throw Refusals.RowLocked(row.Id);
    }

    /// <summary>A rule looks at the record as it would be saved.</summary>
    public void RefuseForbidden(ObjectType type, IReadOnlyDictionary<string, object?> changes, Row? self)
    {
        object? Read(string field) => changes.TryGetValue(field, out var value) ? value : self?[field];
        if (_rules.FirstOrDefault(r => r.Forbids(type.Name, Read)) is { } rule) throw Refusals.RuleBroken(rule.Message);
    }
}
