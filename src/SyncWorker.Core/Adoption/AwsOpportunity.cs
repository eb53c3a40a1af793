using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;

namespace SyncWorker.Core.Adoption;

/// <summary>What a list tells of an opportunity at AWS by which its deal in Salesforce may be found.</summary>
/// <param name="Id">AWS's number.</param>
/// <param name="Identifier">The PartnerOpportunityIdentifier.</param>
/// <param name="Title">The project's title; null where it was read from a list, which leaves it out.</param>
/// <param name="Website">The host of the customer's website.</param>
/// <param name="CloseDate">The target close date, as <c>yyyy-MM-dd</c>.</param>
/// <param name="Stage">The stage.</param>
/// <param name="ReviewStatus">The review status.</param>
public sealed record AwsOpportunity(string Id, string? Identifier, string? Title, string? Website, string? CloseDate, string? Stage, string? ReviewStatus)
{
    /// <summary>Whether the sale goes on. What is launched, lost or rejected is linked for reading alone.</summary>
    public bool IsOpen => !Lifecycle.Stage.IsTerminal(Stage) && ReviewStatus != Lifecycle.ReviewStatus.Rejected;

    /// <summary>How it stands, in AWS's words.</summary>
    public string Status => ReviewStatus == Lifecycle.ReviewStatus.Rejected || Stage is null ? ReviewStatus ?? "" : $"{ReviewStatus}, {Stage}";

    /// <summary>Reads it from a summary of ListOpportunities or from a whole opportunity.</summary>
    public static AwsOpportunity Of(JsonObject summary) => new(
        Text(summary["Id"])!, Text(summary["PartnerOpportunityIdentifier"]), Text(summary["Project"]?["Title"]), KnownOpportunity.Host(Text(summary["Customer"]?["Account"]?["WebsiteUrl"])),
        Text(summary["LifeCycle"]?["TargetCloseDate"]), Text(summary["LifeCycle"]?["Stage"]), Text(summary["LifeCycle"]?["ReviewStatus"]));

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
