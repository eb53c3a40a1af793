namespace SyncWorker.Emulators.Salesforce.Soql.Syntax;

/// <summary>A condition of WHERE.</summary>
internal abstract record Condition
{
    internal sealed record All(IReadOnlyList<Condition> Parts) : Condition;

    internal sealed record Any(IReadOnlyList<Condition> Parts) : Condition;

    internal sealed record Not(Condition Inner) : Condition;

    /// <summary>A field against one value: = != &lt; &lt;= &gt; &gt;= or LIKE.</summary>
    internal sealed record Comparison(Name Path, string Operator, Literal Value) : Condition;

    /// <summary>A field against a list: IN, NOT IN, INCLUDES or EXCLUDES.</summary>
    internal sealed record Listed(Name Path, string Operator, IReadOnlyList<Literal> Values) : Condition;

    /// <summary>A field against the answer of another query: IN or NOT IN.</summary>
    internal sealed record Joined(Name Path, string Operator, Query Query) : Condition;
}
