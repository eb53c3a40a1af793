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
        // A try that comes late is answered with what an earlier one made.
        if (body["PartnerOpportunityIdentifier"]?.GetValue<string>() is not { } identifier || _numbers.ContainsValue(number)) return;
        var links = universe.Durable.LinksAsync(default).GetAwaiter().GetResult();
        var creating = links.Where(l => l.Baseline.Intent is { Kind: StepKind.CreateOpportunity } intent && intent.Identifier == identifier).ToArray();

        // A seller may have allowed another one of the same Opportunity: which of them it is, the client token says.
        if ((creating.FirstOrDefault(l => l.Baseline.Intent!.Token == body["ClientToken"]?.GetValue<string>()) ?? (creating is [var only] ? only : null)) is not { Link.Id: var link }) return;
        if (!_numbers.TryAdd(link, number)) universe.Violate($"I5 {number} was made beside {_numbers[link]}, of one deal");
    }
}
