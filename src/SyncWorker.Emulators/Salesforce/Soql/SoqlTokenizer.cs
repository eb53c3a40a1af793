using Superpower;
using Superpower.Parsers;
using Superpower.Tokenizers;

namespace SyncWorker.Emulators.Salesforce.Soql;

/// <summary>
/// Cuts a query into tokens. Datetimes carry "Z" or an offset with a colon: "+0000", and a "+" that decoded to a blank, fall apart here as they do in a real org.
/// Alternatives stand in a group, because the tokenizer anchors only what comes first.
/// </summary>
internal static class SoqlTokenizer
{
    public static readonly Tokenizer<SoqlToken> Instance = new TokenizerBuilder<SoqlToken>()
        .Ignore(Span.WhiteSpace)
        .Match(Span.Regex(@"'(?:[^'\\]|\\.)*'"), SoqlToken.Text)
        .Match(Span.Regex(@"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})"), SoqlToken.DateTime)
        .Match(Span.Regex(@"\d{4}-\d{2}-\d{2}"), SoqlToken.Date)
        .Match(Span.Regex(@"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"), SoqlToken.Number)
        .Match(Span.Regex(@"[A-Za-z_]+_[Nn]_[A-Za-z_]+:\d+"), SoqlToken.DateFormula)
        .Match(Span.Regex(@"[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*"), SoqlToken.Word)
        .Match(Span.Regex("(?:!=|<>|<=|>=|=|<|>)"), SoqlToken.Operator)
        .Match(Character.EqualTo(','), SoqlToken.Comma)
        .Match(Character.EqualTo('('), SoqlToken.Open)
        .Match(Character.EqualTo(')'), SoqlToken.Close)
        .Build();
}
