using System.Text.RegularExpressions;
using SyncWorker.Remote;

namespace SyncWorker.Settling;

/// <summary>
/// The members that AWS names in words only. Its request validation may give one message without a list: <c>2 validation errors detected: Value at 'project.title' failed to satisfy
/// constraint: …; Value null at …</c>. Its business validation says <c>Field Customer.Account.Duns …</c>.
/// </summary>
internal static partial class ConstraintMessages
{
    /// <summary>One field for each violated constraint; the whole message as one where it names none.</summary>
    public static IReadOnlyList<RemoteField> Fields(string message)
    {
        var violated = Constraint().Matches(message);
        return violated.Count > 0 ? [.. violated.Select(m => new RemoteField(m.Groups["name"].Value, m.Value, ""))]
            : Names(message).FirstOrDefault() is { } name ? [new RemoteField(name, message, "")] : [];
    }

    /// <summary>Everything in a text that may be a member's name, in order.</summary>
    public static IEnumerable<string> Names(string text) => Dotted().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"Value(?: null| '.*?')? at '(?<name>[^']+)' failed to satisfy constraint: .*?(?=; Value(?: null| '.*?')? at '|\z)", RegexOptions.Singleline)]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\b[A-Za-z]+(?:\[[0-9]*\])?(?:\.(?:[0-9]+\.)?[A-Za-z]+(?:\[[0-9]*\])?)+")]
    private static partial Regex Dotted();
}
