namespace SyncWorker.Emulators.Salesforce.Soql.Syntax;

/// <summary>A parsed query, or a subquery. Names are as written; nothing is looked up yet.</summary>
internal sealed record Query(
    IReadOnlyList<SelectItem> Select,
    Name From,
    string? Alias,
    Condition? Where,
    IReadOnlyList<OrderKey> OrderBy,
    int? Limit,
    int? Offset);
