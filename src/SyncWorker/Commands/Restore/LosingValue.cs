using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.State;

namespace SyncWorker.Commands.Restore;

/// <summary>A losing value of the journal.</summary>
/// <param name="Record">The entry.</param>
/// <param name="Value">Its canonical value; null for a blank.</param>
internal sealed record LosingValue(JournalRecord Record, string? Value)
{
    private const string NumberPrefix = "number:";
    private const string RefPrefix = "ref:";

    /// <summary>Finds the entry that a person means: by its number, or by the reference that the seller reads in Sync Note.</summary>
    /// <exception cref="VerbFailedException">There is none, there are several, or it is no losing value.</exception>
    public static async Task<LosingValue> FindAsync(ISyncStore store, string entry, CancellationToken cancellation)
    {
        var isNumber = !entry.StartsWith(RefPrefix, StringComparison.Ordinal);
        var isRef = !entry.StartsWith(NumberPrefix, StringComparison.Ordinal);
        var text = entry[(isNumber ? isRef ? 0 : NumberPrefix.Length : RefPrefix.Length)..];
        long? number = isNumber && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;
        return await store.FindJournalAsync(number, isRef ? text : null, cancellation) switch
        {
            [] => throw new VerbFailedException($"The journal has no entry {entry}. Give the number that explain prints, or the ref that stands in Sync Note."),
            [{ Kind: JournalKind.Loser } record] => new LosingValue(record, (string?)JsonNode.Parse(record.Detail)!["Value"]),
            [var other] => throw new VerbFailedException($"Entry {other.Number} is no losing value, but a line of kind '{other.Kind}': there is nothing to restore. explain lists the values that lost."),
            var several => throw new VerbFailedException($"{entry} may mean several entries. Say {string.Join(" or ", several.Select(r => $"{NumberPrefix}{r.Number} ({r.Row ?? r.Kind} of {r.LinkId})"))}."),
        };
    }
}
