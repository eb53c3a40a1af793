namespace SyncWorker.Emulators.Salesforce.Soql;

/// <summary>The kinds of token in a query. A dotted path is one token, so no blanks can hide inside it.</summary>
internal enum SoqlToken
{
    Word,
    Text,
    Number,
    Date,
    DateTime,
    DateFormula,
    Operator,
    Comma,
    Open,
    Close,
}
