using System.Text.Json.Nodes;
using SyncWorker.Simulation.Rows;
using SyncWorker.Simulation.Worlds;
using SyncWorker.State;

namespace SyncWorker.Simulation.Oracle;

/// <summary>What the worker's journal tells, which is all that an onlooker may ask the worker.</summary>
internal sealed class WorkersJournal(Universe universe)
{
    /// <summary>How wrong the clock is by which the journal is dated, at most: somebody may have set it.</summary>
    public TimeSpan Error => universe.WorkersClock.Ahead.Duration();

    /// <summary>The conflicts that the journal says were decided; of all links where none is named.</summary>
    public IEnumerable<JournalRecord> Decisions(string? linkId) => universe.Durable.JournalAsync(linkId, default).GetAwaiter().GetResult().Where(j => j.Kind == "decision");

    /// <summary>The values of a row that the journal keeps.</summary>
    public HashSet<string?> Losers(LinkState link, SimulatedRow row) => [.. LosersWithCause(link, row).Select(l => l.Value)];

    public IEnumerable<(string? Value, string Cause)> LosersWithCause(LinkState link, SimulatedRow row, DateTimeOffset since = default)
    {
        foreach (var record in universe.Durable.JournalAsync(link.Link.Id, default).GetAwaiter().GetResult().Where(j => j.At + Error >= since))
        {
            if (record.Kind != "loser" || record.Row != row.Label) continue;
            var detail = JsonNode.Parse(record.Detail)!;
            yield return (row.Canonical(detail["Value"]), detail["Cause"]?.GetValue<string>() ?? "");
        }
    }
}
