using System.Text.Json.Nodes;
using SyncWorker.State;

namespace SyncWorker.Tests.Worlds;

/// <summary>What the journal of a world says.</summary>
internal static class Journals
{
    /// <summary>What was about to be written, each with its cause.</summary>
    public static async Task<JsonNode[]> SendingAsync(this World world) =>
        [.. (await world.Store.JournalAsync(null, default)).Where(j => j.Kind == JournalKind.Sending).Select(j => JsonNode.Parse(j.Detail)!)];

    /// <summary>The values of a row that lost, oldest first.</summary>
    public static async Task<JournalRecord[]> LosersAsync(this World world, string row) =>
        [.. (await world.Store.JournalAsync(null, default)).Where(j => j.Kind == JournalKind.Loser && j.Row == row)];
}
