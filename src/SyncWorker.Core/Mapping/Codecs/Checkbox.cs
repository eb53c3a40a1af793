using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>The two values of a checkbox and how they are read.</summary>
internal static class Checkbox
{
    public const string True = "true";
    public const string False = "false";

    public static Reading Read(string? text, string wire) =>
        True.Equals(text, StringComparison.OrdinalIgnoreCase) ? Reading.Value(wire, True)
        : False.Equals(text, StringComparison.OrdinalIgnoreCase) ? Reading.Value(wire, False)
        : Reading.Unknown($"{PlainText.Quote(text)} is neither true nor false. Correct it", wire);
}
