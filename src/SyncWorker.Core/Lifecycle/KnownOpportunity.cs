using System.Text.Json.Nodes;

namespace SyncWorker.Core.Lifecycle;

/// <summary>What a list tells of an opportunity at AWS: enough to see that a new deal may be the same one.</summary>
/// <param name="Id">Its number at AWS.</param>
/// <param name="MappedObject">The Salesforce id that it carries as PartnerOpportunityIdentifier, in the form of 15 characters; null where it carries none.</param>
/// <param name="Website">The host of the customer's website, in lower case and without <c>www.</c></param>
/// <param name="IsOpen">Whether the sale is open and AWS has not rejected it.</param>
public sealed record KnownOpportunity(string Id, string? MappedObject, string? Website, bool IsOpen)
{
    private const int ShortId = 15;

    /// <summary>Reads it from a summary of ListOpportunities or from a whole opportunity.</summary>
    public static KnownOpportunity Of(JsonObject document)
    {
        var lifeCycle = document["LifeCycle"];
        var isOpen = !Stage.IsTerminal(Text(lifeCycle?["Stage"])) && Text(lifeCycle?["ReviewStatus"]) != ReviewStatus.Rejected;
        return new KnownOpportunity(Text(document["Id"])!, ShortForm(Text(document["PartnerOpportunityIdentifier"])), Host(Text(document["Customer"]?["Account"]?["WebsiteUrl"])), isOpen);
    }

    /// <summary>A Salesforce id of 18 characters names the same record as its first 15.</summary>
    public static string? ShortForm(string? id) => id is { Length: > ShortId } ? id[..ShortId] : id;

    /// <summary>The host of a website that may lack its scheme: <c>https://www.Example.com/en</c> and <c>example.com</c> are one.</summary>
    public static string? Host(string? website)
    {
        if (website is null || !Uri.TryCreate(website.Contains("://", StringComparison.Ordinal) ? website : "https://" + website, UriKind.Absolute, out var address)) return null;
        return address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
