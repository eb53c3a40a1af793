using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Checking;

/// <summary>Whether a word is a canonical value of a row.</summary>
internal static class DefaultCheck
{
    public static void Check(RowPage page, Row row)
    {
        if (row.Default is { } word && Problem(row, word) is { } problem)
            page.Add($"default {problem}.", "Write a value as AWS has it.");
        if (row.Default is not null && row.Flow is not (Flow.Both or Flow.ToPartnerCentral))
            page.Add("default is for rows that flow to Partner Central.", "Leave it out.");
    }

    /// <summary>Why a word is no value of a row's, as the end of a sentence; null where it is one.</summary>
    public static string? Problem(Row row, string word)
    {
        var reading = row.Codec.Decode(Place.CoSell, [JsonValue.Create(word)], CodecContext.None);
        return reading.Canonical == word ? null
            : reading.HasValue ? $"is '{word}', which AWS writes '{reading.Canonical}'"
            : $"is not a value: {reading.Reason ?? $"'{word}' is empty"}";
    }
}
