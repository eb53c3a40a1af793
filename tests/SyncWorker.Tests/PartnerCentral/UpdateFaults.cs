using System.Text.Json.Nodes;
using SyncWorker.PartnerCentral;

namespace SyncWorker.Tests.PartnerCentral;

/// <summary>Ways to send a wrong update, done on purpose to a right one: whoever compares updates must find each.</summary>
internal static class UpdateFaults
{
    public static IReadOnlyDictionary<string, Action<SentUpdate>> All { get; } = new Dictionary<string, Action<SentUpdate>>
    {
        ["drops a member that is not mapped"] = u => Object(u, "Customer", "Account").Remove("Duns"),
        ["drops a member that nobody knows"] = u => u.Body!.Remove("NewMember"),
        ["drops the log of next steps"] = u => Object(u, "LifeCycle").Remove("NextStepsHistory"),
        ["drops the second spend entry"] = u => Cut(Object(u, "Project")["ExpectedCustomerSpend"]),
        ["drops the second contact"] = u => Cut(Object(u, "Customer")["Contacts"]),
        ["empties the marketing use cases"] = u => (u.Body!["Marketing"] as JsonObject)?.Remove("UseCases"),
        ["sends the ARN"] = u => u.Body!["Arn"] = u.Given["Arn"]!.DeepClone(),
        ["sends the creation date"] = u => u.Body!["CreatedDate"] = u.Given["CreatedDate"]!.DeepClone(),
        ["sends the team"] = u => u.Body!["OpportunityTeam"] = u.Given["OpportunityTeam"]!.DeepClone(),
        ["sends the associations"] = u => u.Body!["RelatedEntityIdentifiers"] = u.Given["RelatedEntityIdentifiers"]!.DeepClone(),
        ["forgets the review status"] = u => Object(u, "LifeCycle").Remove("ReviewStatus"),
        ["changes the review status"] = u => Object(u, "LifeCycle")["ReviewStatus"] = "Submitted",
        ["changes a locked title"] = u => Object(u, "Project")["Title"] = "Another title",
        ["changes what the seller did not"] = u => Object(u, "Project")["AdditionalComments"] = "Another comment",
        ["rounds the date"] = u => u.Body!["LastModifiedDate"] = "2026-11-20T07:00:00.59Z",
        ["sends entities back"] = u => Object(u, "Project")["CustomerBusinessProblem"] = ((string?)Object(u, "Project")["CustomerBusinessProblem"])?.Replace("&", "&amp;", StringComparison.Ordinal),
        ["decodes twice"] = u => u.Body!["PartnerOpportunityIdentifier"] = u.Body["PartnerOpportunityIdentifier"] is { } text ? EntityDecoding.Decode((string)text!) : null,
        ["clears by leaving out"] = u => LeaveOut(u.Body!),
        ["writes an amount as a number"] = u => Object(u, "Project")["ExpectedCustomerSpend"]!.AsArray()[^1]!["Amount"] = 7,
    };

    private static JsonObject Object(SentUpdate update, params string[] path) => (JsonObject)path.Aggregate<string, JsonNode>(update.Body!, (node, name) => node[name]!);

    private static void Cut(JsonNode? list)
    {
        if (list is JsonArray { Count: > 1 } many) many.RemoveAt(1);
    }

    private static void LeaveOut(JsonObject members)
    {
        foreach (var (name, value) in members.ToArray())
        {
            if (value is null) members.Remove(name);
            else if (value is JsonObject inner) LeaveOut(inner);
        }
    }
}
