namespace SyncWorker.Emulators.Salesforce.Soql.Syntax;

/// <summary>A value in a query. Text holds it decoded for strings and as written for the rest.</summary>
internal sealed record Literal(LiteralKind Kind, string Text);
