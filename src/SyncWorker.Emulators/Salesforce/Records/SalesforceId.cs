using System.Diagnostics.CodeAnalysis;

namespace SyncWorker.Emulators.Salesforce.Records;

/// <summary>Record ids: 15 characters that know their case, and 3 more that survive losing it.</summary>
internal static class SalesforceId
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Suffixes = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    /// <summary>The id with the given key prefix and running number.</summary>
    public static string Make(string prefix, long number)
    {
        Span<char> id = stackalloc char[15];
        prefix.CopyTo(id);
        "gL0".CopyTo(id[3..]);
        for (var i = 14; i >= 6; i--, number /= 62)
            id[i] = Digits[(int)(number % 62)];
        return Long(id);
    }

    /// <summary>Accepts 15 or 18 characters and gives 18. Refuses anything that cannot be an id.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out string? id)
    {
        id = null;
        if (text.Length is not (15 or 18) || !text.All(char.IsAsciiLetterOrDigit))
            return false;
        var made = Long(text.AsSpan(0, 15));
        if (text.Length == 18 && !made.Equals(text, StringComparison.Ordinal))
            return false;
        id = made;
        return true;
    }

    /// <summary>Each suffix character stands for five others: bit by bit, which of them are upper case.</summary>
    private static string Long(ReadOnlySpan<char> id)
    {
        Span<char> whole = stackalloc char[18];
        id.CopyTo(whole);
        for (var block = 0; block < 3; block++)
        {
            var bits = 0;
            for (var i = 0; i < 5; i++)
            {
                if (char.IsAsciiLetterUpper(id[(block * 5) + i]))
                    bits |= 1 << i;
            }

            whole[15 + block] = Suffixes[bits];
        }

        return new string(whole);
    }
}
