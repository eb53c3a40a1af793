using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using SyncWorker.Emulators.Salesforce.Soql.Syntax;

namespace SyncWorker.Emulators.Salesforce.Soql;

/// <summary>
/// The grammar of the SOQL subset. As in the language reference, AND, OR and NOT never stand together at one level: each mix needs parentheses.
/// </summary>
internal static class SoqlGrammar
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "FROM", "WHERE", "AND", "OR", "NOT", "IN", "LIKE", "INCLUDES", "EXCLUDES", "ORDER", "BY", "LIMIT", "OFFSET", "NULL", "NULLS", "TRUE", "FALSE",
        "ASC", "DESC", "GROUP", "HAVING", "USING", "WITH", "FOR",
    };

    private static readonly HashSet<string> Functions = new(StringComparer.OrdinalIgnoreCase) { "COUNT", "MIN", "MAX" };

    // Parsers stand in fields, each built once: what stands inside a from clause or a lambda would be built anew with every query.
    private static readonly TokenListParser<SoqlToken, Token<SoqlToken>> Word = Token.EqualTo(SoqlToken.Word);
    private static readonly TokenListParser<SoqlToken, Token<SoqlToken>> Comma = Token.EqualTo(SoqlToken.Comma);
    private static readonly TokenListParser<SoqlToken, Token<SoqlToken>> Open = Token.EqualTo(SoqlToken.Open);
    private static readonly TokenListParser<SoqlToken, Token<SoqlToken>> Close = Token.EqualTo(SoqlToken.Close);

    private static readonly TokenListParser<SoqlToken, Name> AnyName =
        Word.Where(t => !Reserved.Contains(t.ToStringValue())).Select(At);

    private static readonly TokenListParser<SoqlToken, Name?> MaybeName = AnyName.Select(n => (Name?)n).OptionalOrDefault();

    private static readonly TokenListParser<SoqlToken, int> WholeNumber =
        Token.EqualTo(SoqlToken.Number).Where(t => int.TryParse(t.ToStringValue(), out var n) && n >= 0).Select(t => int.Parse(t.ToStringValue()));

    private static readonly TokenListParser<SoqlToken, Literal> AnyLiteral =
        Token.EqualTo(SoqlToken.Text).Where(t => SoqlText.IsWellEscaped(t.ToStringValue())).Select(t => new Literal(LiteralKind.Text, SoqlText.Decode(t.ToStringValue())))
            .Or(As(SoqlToken.Number, LiteralKind.Number))
            .Or(As(SoqlToken.DateTime, LiteralKind.DateTime))
            .Or(As(SoqlToken.Date, LiteralKind.Date))
            .Or(As(SoqlToken.DateFormula, LiteralKind.DateFormula))
            .Or(Keyword("NULL").Select(_ => new Literal(LiteralKind.Null, "null")))
            .Or(Keyword("TRUE").Or(Keyword("FALSE")).Select(t => new Literal(LiteralKind.Boolean, t.ToStringValue())))
            .Or(Word.Where(t => DateFormula.IsName(t.ToStringValue())).Select(t => new Literal(LiteralKind.DateFormula, t.ToStringValue())));

    /// <summary>What follows a field's name in a condition.</summary>
    private static readonly TokenListParser<SoqlToken, Func<Name, Condition>> FieldExpression =
        Token.EqualTo(SoqlToken.Operator).Or(Keyword("LIKE")).Then(op => AnyLiteral.Select(value => (Func<Name, Condition>)(path => new Condition.Comparison(path, Operator(op), value))))
            .Or(Keyword("IN").IgnoreThen(Set("IN", mayJoin: true)))
            .Or(Keyword("NOT").IgnoreThen(Keyword("IN")).IgnoreThen(Set("NOT IN", mayJoin: true)))
            .Or(Keyword("INCLUDES").IgnoreThen(Set("INCLUDES", mayJoin: false)))
            .Or(Keyword("EXCLUDES").IgnoreThen(Set("EXCLUDES", mayJoin: false)));

    private static readonly TokenListParser<SoqlToken, Condition> Simple =
        (from open in Open
         from inner in Parse.Ref(() => AnyCondition!)
         from close in Close
         select inner)
        .Or(AnyName.Then(path => FieldExpression.Select(condition => condition(path))));

    private static readonly TokenListParser<SoqlToken, Condition[]> Further = Keyword("AND").IgnoreThen(Simple).AtLeastOnce();
    private static readonly TokenListParser<SoqlToken, Condition[]> Alternatives = Keyword("OR").IgnoreThen(Simple).AtLeastOnce();

    private static readonly TokenListParser<SoqlToken, Condition> AnyCondition =
        Keyword("NOT").IgnoreThen(Simple).Select(inner => (Condition)new Condition.Not(inner))
            .Or(Simple.Then(first =>
                Further.Select(rest => (Condition)new Condition.All([first, .. rest]))
                    .Or(Alternatives.Select(rest => (Condition)new Condition.Any([first, .. rest])))
                    .OptionalOrDefault(first)));

    private static readonly TokenListParser<SoqlToken, SelectItem> Function =
        from function in Word.Where(t => Functions.Contains(t.ToStringValue()))
        from open in Open
        from path in MaybeName
        from close in Close
        from alias in MaybeName
        select path is null ? (SelectItem)new SelectItem.CountAll() : new SelectItem.Aggregate(function.ToStringValue().ToUpperInvariant(), path, alias?.Text);

    private static readonly TokenListParser<SoqlToken, SelectItem> Children =
        from open in Open
        from query in Parse.Ref(() => AnyQuery!)
        from close in Close
        select (SelectItem)new SelectItem.Children(query);

    private static readonly TokenListParser<SoqlToken, Token<SoqlToken>> Direction = Keyword("ASC").Or(Keyword("DESC")).OptionalOrDefault();
    private static readonly TokenListParser<SoqlToken, Token<SoqlToken>> Nulls = Keyword("NULLS").IgnoreThen(Keyword("FIRST").Or(Keyword("LAST"))).OptionalOrDefault();

    private static readonly TokenListParser<SoqlToken, OrderKey> Key =
        from path in AnyName
        from direction in Direction
        from nulls in Nulls
        select new OrderKey(path, Says(direction, "DESC"), Says(nulls, "LAST"));

    private static readonly TokenListParser<SoqlToken, SelectItem[]> Selected =
        Function.Try().Or(Children).Or(AnyName.Select(n => (SelectItem)new SelectItem.Field(n))).AtLeastOnceDelimitedBy(Comma);

    private static readonly TokenListParser<SoqlToken, Name> From = Keyword("FROM").IgnoreThen(AnyName);
    private static readonly TokenListParser<SoqlToken, Condition?> Where = Keyword("WHERE").IgnoreThen(AnyCondition).Select(c => (Condition?)c).OptionalOrDefault();
    private static readonly TokenListParser<SoqlToken, OrderKey[]> OrderBy = Keyword("ORDER").IgnoreThen(Keyword("BY")).IgnoreThen(Key.AtLeastOnceDelimitedBy(Comma)).OptionalOrDefault([]);
    private static readonly TokenListParser<SoqlToken, int?> Limit = Keyword("LIMIT").IgnoreThen(WholeNumber).Select(n => (int?)n).OptionalOrDefault();
    private static readonly TokenListParser<SoqlToken, int?> Offset = Keyword("OFFSET").IgnoreThen(WholeNumber).Select(n => (int?)n).OptionalOrDefault();

    private static readonly TokenListParser<SoqlToken, Query> AnyQuery =
        from opening in Keyword("SELECT")
        from items in Selected
        from source in From
        from alias in MaybeName
        from condition in Where
        from order in OrderBy
        from limit in Limit
        from offset in Offset
        select new Query(items, source, alias?.Text, condition, order, limit, offset);

    public static readonly TokenListParser<SoqlToken, Query> Whole = AnyQuery.AtEnd();

    private static TokenListParser<SoqlToken, Func<Name, Condition>> Set(string op, bool mayJoin)
    {
        var values = AnyLiteral.AtLeastOnceDelimitedBy(Comma).Select(list => (Func<Name, Condition>)(path => new Condition.Listed(path, op, list)));
        var inside = mayJoin ? Parse.Ref(() => AnyQuery!).Select(query => (Func<Name, Condition>)(path => new Condition.Joined(path, op, query))).Or(values) : values;
        return from open in Open
               from set in inside
               from close in Close
               select set;
    }

    private static TokenListParser<SoqlToken, Token<SoqlToken>> Keyword(string word) => Token.EqualToValueIgnoreCase(SoqlToken.Word, word);

    private static TokenListParser<SoqlToken, Literal> As(SoqlToken token, LiteralKind kind) => Token.EqualTo(token).Select(t => new Literal(kind, t.ToStringValue()));

    private static Name At(Token<SoqlToken> token) => new(token.ToStringValue(), token.Position.Line, token.Position.Column);

    private static string Operator(Token<SoqlToken> token) => token.ToStringValue() is "<>" ? "!=" : token.ToStringValue().ToUpperInvariant();

    private static bool Says(Token<SoqlToken> token, string word) => token.HasValue && token.ToStringValue().Equals(word, StringComparison.OrdinalIgnoreCase);
}
