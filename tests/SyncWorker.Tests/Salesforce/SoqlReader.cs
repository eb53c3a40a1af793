using System.Text;

namespace SyncWorker.Tests.Salesforce;

/// <summary>An independent little reader of SOQL: words, signs and string literals, with the escapes that Salesforce documents.</summary>
internal static class SoqlReader
{
    /// <summary>The tokens of a query; a literal is an apostrophe followed by the string it stands for.</summary>
    public static List<string> Read(string soql)
    {
        var tokens = new List<string>();
        for (var at = 0; at < soql.Length;)
        {
            if (soql[at] == ' ') at++;
            else if (soql[at] == '\'') tokens.Add("'" + Literal(soql, ref at));
            else if (soql[at] is '(' or ')' or ',' or '=' or '>' or '<') tokens.Add(soql[at++].ToString());
            else tokens.Add(Word(soql, ref at));
        }

        return tokens;
    }

    private static string Word(string soql, ref int at)
    {
        var start = at;
        while (at < soql.Length && (char.IsAsciiLetterOrDigit(soql[at]) || soql[at] is '_' or '.' or ':' or '-')) at++;
        return at > start ? soql[start..at] : throw new FormatException($"A character stands outside of words and literals: {(int)soql[at]:x4}.");
    }

    private static string Literal(string soql, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < soql.Length; at++)
        {
            switch (soql[at])
            {
                case '\'':
                    at++;
                    return text.ToString();
                case '\\':
                    text.Append(Escaped(soql, ref at));
                    break;
                case < ' ':
                    throw new FormatException("A control character stands in a literal as it is.");
                default:
                    text.Append(soql[at]);
                    break;
            }
        }

        throw new FormatException("A literal has no end.");
    }

    private static char Escaped(string soql, ref int at) => soql[++at] switch
    {
        'n' or 'N' => '\n',
        'r' or 'R' => '\r',
        't' or 'T' => '\t',
        'b' or 'B' => '\b',
        'f' or 'F' => '\f',
        '\\' => '\\',
        '\'' => '\'',
        '"' => '"',
        'u' => (char)Convert.ToInt32(soql[(at + 1)..((at += 4) + 1)], 16),
        var other => throw new FormatException($"There is no escape \\{other}."),
    };
}
