namespace SyncWorker.Emulators.Salesforce.Soql.Syntax;

/// <summary>One thing selected.</summary>
internal abstract record SelectItem
{
    internal sealed record Field(Name Path) : SelectItem;

    /// <summary>A subquery over a child relationship.</summary>
    internal sealed record Children(Query Query) : SelectItem;

    /// <summary>COUNT() alone: the answer is totalSize, with no records.</summary>
    internal sealed record CountAll : SelectItem;

    /// <summary>COUNT(f), MIN(f) or MAX(f).</summary>
    internal sealed record Aggregate(string Function, Name Path, string? Alias) : SelectItem;
}
