namespace SyncWorker.Salesforce.Package;

/// <summary>A right on an object: reading always, creating and editing where it says so, and on the records of everybody or on shared ones alone.</summary>
internal sealed record ObjectRight(string Name, bool Edits, bool All);
