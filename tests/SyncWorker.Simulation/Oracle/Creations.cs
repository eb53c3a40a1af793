using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Simulation.Worlds;
using SyncWorker.State;

namespace SyncWorker.Simulation.Oracle;

/// <summary>I5 in the moment in which it is broken: of one deal the worker makes one opportunity, however often it has to ask.</summary>
internal sealed class Creations(Universe universe)
{
    private readonly Dictionary<string, string> _numbers = [];

    /// <summary>AWS answered a create.</summary>
    public void Made(JsonNode body, string number)
    {
        if (body["PartnerOpportunityIdentifier"]?.GetValue<string>() is not { } identifier) return;
        var links = universe.Durable.LinksAsync(default).GetAwaiter().GetResult();
        if (links.FirstOrDefault(l => l.Baseline.Intent is { Kind: StepKind.CreateOpportunity } intent && intent.Identifier == identifier) is not { Link.Id: var link }) return;
        if (!_numbers.TryAdd(link, number) && _numbers[link] != number) universe.Violate($"I5 {number} was made beside {_numbers[link]}, of one deal");
    }
}
