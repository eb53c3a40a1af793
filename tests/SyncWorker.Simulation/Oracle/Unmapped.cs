using System.Text.Json.Nodes;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Oracle;

/// <summary>Members that no row writes are the same before and after an update, although every update replaces the whole opportunity.</summary>
internal static class Unmapped
{
    private static readonly string[] Members =
    [
        "Customer.Account.Duns", "Project.CompetitorName", "Project.OtherCompetitorNames", "Project.RelatedOpportunityIdentifier", "Project.AwsPartition", "Customer.Contacts[0].BusinessTitle",
        "PartnerOpportunityIdentifier", "CreatedDate", "LifeCycle.ReviewStatus", "LifeCycle.ReviewComments", "RelatedEntityIdentifiers",
    ];

    public static void Compare(Universe universe, JsonObject before, JsonObject after)
    {
        foreach (var member in Members)
        {
            var (was, now) = (At(before, member), At(after, member));
            // An answer to Action Required goes back to Submitted with the update, and its comments go.
            if (member.StartsWith("LifeCycle.Review", StringComparison.Ordinal) && At(before, "LifeCycle.ReviewStatus")?.ToString() == "Action Required") continue;
            if (!JsonNode.DeepEquals(was, now)) universe.Violate($"I11 an update changed {member}, which it does not carry");
        }
    }

    private static JsonNode? At(JsonObject document, string path) => path.Split('.').Aggregate<string, JsonNode?>(document, (node, step) =>
        step.EndsWith("[0]", StringComparison.Ordinal) ? (node?[step[..^3]] as JsonArray)?.FirstOrDefault() : (node as JsonObject)?[step]);
}
