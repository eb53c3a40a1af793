using System.Text.RegularExpressions;

namespace SyncWorker.Core.Adoption;

/// <summary>
/// Salesforce record ids as other tools keep them. Of 18 characters the last three say which of the first 15 are capitals, in groups of five; those 15 alone are the same id.
/// </summary>
public static partial class RecordId
{
    private const string Checks = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private const int Short = 15;
    private const int Group = 5;

    /// <summary>The id's form of 18 characters.</summary>
    /// <returns>Null where the text is no id: neither length, or an ending that does not fit.</returns>
    public static string? Long(string? text)
    {
        var given = text?.Trim();
        if (given is null || !Pattern().IsMatch(given)) return null;
        var id = given[..Short];
        var full = id + string.Concat(id.Chunk(Group).Select(Check));
        return given.Length == Short || string.Equals(full[Short..], given[Short..], StringComparison.OrdinalIgnoreCase) ? full : null;
    }

    private static char Check(char[] group) => Checks[group.Select((c, i) => char.IsAsciiLetterUpper(c) ? 1 << i : 0).Sum()];

    [GeneratedRegex(@"\A[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?\z")]
    private static partial Regex Pattern();
}
