namespace SyncWorker.Emulators.Salesforce.Model;

/// <summary>What a lookup does when the record it points at is deleted.</summary>
internal enum DeleteRule
{
    SetNull,
    Restrict,
    Cascade,
}
