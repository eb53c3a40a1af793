namespace SyncWorker.Emulators.Salesforce.Soql.Syntax;

/// <summary>One key of ORDER BY. Nulls come first unless the query says otherwise.</summary>
internal sealed record OrderKey(Name Path, bool Descending, bool NullsLast);
