using System.Text.RegularExpressions;
using Superpower;
using Superpower.Model;

namespace SyncWorker.Emulators.Salesforce.Soql;

/// <summary>
/// Cuts a query into tokens. Datetimes carry "Z" or an offset with a colon: "+0000", and a "+" that decoded to a blank, fall apart here as they do in a real org.
/// What a token begins with says what it can be; every request holds hundreds of them.
/// </summary>
internal sealed partial class SoqlTokenizer : Tokenizer<SoqlToken>
{
    public static readonly SoqlTokenizer Instance = new();

    protected override IEnumerable<Result<SoqlToken>> Tokenize(TextSpan span)
    {
        var rest = span;
        while (SkipWhiteSpace(rest) is { HasValue: true } first)
        {
            rest = first.Location;
            var (kind, length) = Match(rest.Source!, rest.Position.Absolute);
            if (length == 0)
            {
                yield return Result.Empty<SoqlToken>(rest);
                yield break;
            }

            var token = Result.Value(kind, rest, rest.Skip(length));
            rest = token.Remainder;
            yield return token;
        }
    }

    /// <summary>The token at a place; of length 0 where there is none.</summary>
    private static (SoqlToken Kind, int Length) Match(string text, int at) => text[at] switch
    {
        ',' => (SoqlToken.Comma, 1),
        '(' => (SoqlToken.Open, 1),
        ')' => (SoqlToken.Close, 1),
        '\'' => (SoqlToken.Text, Length(Quoted(), text, at)),
        '=' or '<' or '>' or '!' => (SoqlToken.Operator, Length(Operator(), text, at)),
        '_' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') => Word(text, at),
        _ => Number(text, at),
    };

    private static (SoqlToken Kind, int Length) Word(string text, int at)
    {
        var length = Length(Path(), text, at);
        var isFormula = at + length < text.Length && text[at + length] == ':';
        return isFormula && Length(Formula(), text, at) is > 0 and var formula ? (SoqlToken.DateFormula, formula) : (SoqlToken.Word, length);
    }

    private static (SoqlToken Kind, int Length) Number(string text, int at)
    {
        if (Length(Instant(), text, at) is > 0 and var instant) return (SoqlToken.DateTime, instant);
        return Length(Day(), text, at) is > 0 and var day ? (SoqlToken.Date, day) : (SoqlToken.Number, Length(Decimal(), text, at));
    }

    private static int Length(Regex pattern, string text, int at)
    {
        foreach (var match in pattern.EnumerateMatches(text, at)) return match.Length;
        return 0;
    }

    [GeneratedRegex(@"\G'(?:[^'\\]|\\.)*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\G\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})")]
    private static partial Regex Instant();

    [GeneratedRegex(@"\G\d{4}-\d{2}-\d{2}")]
    private static partial Regex Day();

    [GeneratedRegex(@"\G[+-]?(?:\d+(?:\.\d*)?|\.\d+)")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"\G[A-Za-z_]+_[Nn]_[A-Za-z_]+:\d+")]
    private static partial Regex Formula();

    [GeneratedRegex(@"\G[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*")]
    private static partial Regex Path();

    [GeneratedRegex(@"\G(?:!=|<>|<=|>=|=|<|>)")]
    private static partial Regex Operator();
}
