namespace SyncWorker.Emulators.Salesforce.Model;

/// <summary>One value of a picklist. The API reads and writes Value; people see Label.</summary>
internal sealed record PicklistEntry(string Value, string Label, bool IsDefault = false);
