using System.Globalization;
using SyncWorker.Core.Mapping.AwsFacts;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Lifecycle;

/// <summary>One line of the table of what AWS needs.</summary>
/// <param name="At">When AWS looks at it.</param>
/// <param name="Row">The row by its label, or by the member it writes where only an operator's own map has such a row.</param>
/// <param name="IsBroken">Whether the row's value breaks it; null is an empty row.</param>
/// <param name="What">What is wrong; <c>{value}</c>, <c>{length}</c>, <c>{date}</c>, <c>{country}</c> and <c>{postalCode}</c> are filled in.</param>
/// <param name="Fix">What to do, filled in likewise.</param>
internal sealed record Requirement(Asked At, string Row, Func<string?, Facts, bool> IsBroken, string What, string Fix)
{
    /// <summary>The problem that the facts make, if any. A row that holds something that nobody understands is not called empty: its reading says what is wrong.</summary>
    public Problem? Check(Facts facts)
    {
        if (facts.LabelOf(Row) is not { } label) return null;
        var value = facts[label];
        if (!IsBroken(value, facts)) return null;
        return value is null && facts.Unreadable.GetValueOrDefault(label) is { } reason ? new Problem(label, reason, null)
            : new Problem(label, Filled(What, value, facts), Filled(Fix, value, facts));
    }

    private static string Filled(string text, string? value, Facts facts)
    {
        if (!text.Contains('{', StringComparison.Ordinal)) return text;
        var country = facts[Labels.Country] ?? "";
        return text
            .Replace("{length}", Length(value).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{date}", Date(value)?.ToString("d MMM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{country}", Countries.Name(country), StringComparison.Ordinal)
            .Replace("{postalCode}", PostalCodes.Example(country), StringComparison.Ordinal)
            .Replace("{value}", value, StringComparison.Ordinal);
    }

    /// <summary>AWS counts characters, not the halves in which UTF-16 holds some of them.</summary>
    public static int Length(string? text) => text?.EnumerateRunes().Count() ?? 0;

    /// <summary>A canonical day.</summary>
    public static DateOnly? Date(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
