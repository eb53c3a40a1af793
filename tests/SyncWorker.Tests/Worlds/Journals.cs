using System.Text.Json.Nodes;
using SyncWorker.State;

namespace SyncWorker.Tests.Worlds;

/// <summary>What the journal of a world says.</summary>
internal static class Journals
{
    /// <summary>What was about to be written, each with its cause.</summary>
    public static async Task<JsonNode[]> SendingAsync(this World world) =>
        [.. (await world.Store.JournalAsync(null, default)).Where(j => j.Kind == JournalKind.Sending).Select(j => JsonNode.Parse(j.Detail)!)];

    /// <summary>All that the store remembers of the links and of what happened, as text.</summary>
    public static async Task<string> RememberedAsync(this World world) =>
        string.Join('\n', (await world.Store.LinksAsync(default)).Select(l => $"{l.Due} {l.Cleared} {l.Priority} {l.Failures} {l.NotBefore} {StoredJson.Write(l.Link)} {StoredJson.Write(l.Baseline)}"))
        + $"\n{(await world.Store.JournalAsync(null, default)).Count} {await world.Store.WatermarkAsync("Salesforce", default)} {await world.Store.WatermarkAsync("Partner Central opportunities", default)}";

    /// <summary>The values of a row that lost, oldest first.</summary>
    public static async Task<JournalRecord[]> LosersAsync(this World world, string row) =>
        [.. (await world.Store.JournalAsync(null, default)).Where(j => j.Kind == JournalKind.Loser && j.Row == row)];
}
