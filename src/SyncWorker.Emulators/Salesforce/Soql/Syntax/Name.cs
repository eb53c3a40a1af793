namespace SyncWorker.Emulators.Salesforce.Soql.Syntax;

/// <summary>A name or dotted path, with the place it stands at, because error messages point there.</summary>
internal sealed record Name(string Text, int Line, int Column);
