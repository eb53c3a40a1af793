namespace SyncWorker.Emulators.Salesforce.Soql.Syntax;

/// <summary>What a literal looks like. Which kinds a field accepts is decided when names are bound.</summary>
internal enum LiteralKind
{
    Null,
    Boolean,
    Text,
    Number,
    Date,
    DateTime,
    DateFormula,
}
