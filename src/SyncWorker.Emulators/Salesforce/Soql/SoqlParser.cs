using System.Collections.Concurrent;
using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Soql.Syntax;

namespace SyncWorker.Emulators.Salesforce.Soql;

/// <summary>From query text to syntax, or MALFORMED_QUERY with the query echoed and the place pointed at.</summary>
internal static class SoqlParser
{
    private const int LengthMost = 100_000;
    private const int KnownMost = 500;
    private static readonly ConcurrentDictionary<string, Query> Known = new();

    /// <summary>A poll asks the same again and again, and what was read of a query holds for all orgs.</summary>
    public static Query Parse(string soql)
    {
        if (Known.TryGetValue(soql, out var known))
            return known;
        if (Known.Count >= KnownMost)
            Known.Clear();
        return Known[soql] = Read(soql);
    }

    private static Query Read(string soql)
    {
        if (soql.Length > LengthMost)
            throw Refusals.QueryMalformed($"SOQL statements cannot be longer than {LengthMost} characters.");
        var tokens = SoqlTokenizer.Instance.TryTokenize(soql);
        if (!tokens.HasValue)
        {
            var at = tokens.ErrorPosition;
            var character = at.Absolute < soql.Length ? soql[at.Absolute].ToString() : "<EOF>";
            throw Refusals.QueryMalformed(Pointed(soql, at.Line, at.Column, $"line {at.Line}:{at.Column - 1} no viable alternative at character '{character}'"));
        }

        var result = SoqlGrammar.Whole(tokens.Value);
        if (result.HasValue)
            return result.Value;
        if (result.Remainder.IsAtEnd)
            throw Refusals.QueryMalformed("unexpected token: '<EOF>'");
        var token = result.Remainder.ConsumeToken().Value;
        throw Refusals.QueryMalformed(Pointed(soql, token.Position.Line, token.Position.Column, $"unexpected token: '{token.ToStringValue()}'"));
    }

    /// <summary>The query, an arrow under the place, and the message: how a real org words errors in a query.</summary>
    public static string Pointed(string soql, int line, int column, string message)
    {
        var shown = soql.Split('\n')[Math.Max(0, line - 1)];
        return $"\n{shown}\n{new string(' ', Math.Max(0, column - 1))}^\nERROR at Row:{line}:Column:{column}\n{message}";
    }
}
