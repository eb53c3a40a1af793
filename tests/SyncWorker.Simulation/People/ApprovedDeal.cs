using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral;

namespace SyncWorker.Simulation.People;

/// <summary>A deal that lived in Partner Central before the worker came.</summary>
internal static class ApprovedDeal
{
    /// <summary>Makes it, and takes it through AWS's review.</summary>
    /// <param name="aws">Where.</param>
    /// <param name="document">The opportunity.</param>
    /// <returns>AWS's number.</returns>
    public static string Make(PartnerCentralEmulator aws, JsonObject document)
    {
        var id = aws.Create(document);
        aws.Associate(id, "Solutions", "S-0051244");
        aws.Submit(id, "Co-Sell");
        aws.Review(id, "Approved");
        return id;
    }

    /// <summary>The edit that loses it.</summary>
    public static IReadOnlyDictionary<string, JsonNode?> Lost() => new Dictionary<string, JsonNode?> { ["LifeCycle.Stage"] = "Closed Lost", ["LifeCycle.ClosedLostReason"] = "Price" };
}
