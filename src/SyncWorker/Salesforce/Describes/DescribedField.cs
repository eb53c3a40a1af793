using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SyncWorker.Salesforce.Describes;

/// <summary>A field as the org describes it to the integration user.</summary>
/// <param name="Name">Its API name.</param>
/// <param name="Type">Its type in the REST API's word, such as <c>multipicklist</c>.</param>
/// <param name="Length">The characters it takes; 0 where that is no matter of characters.</param>
/// <param name="IsWritable">Whether the user may fill it, in a new record and later.</param>
/// <param name="IsRestricted">Whether a picklist takes its own values alone.</param>
/// <param name="Values">A picklist's active values.</param>
/// <param name="References">The objects that a lookup may name.</param>
/// <param name="Relation">The name under which a query follows the lookup.</param>
internal sealed record DescribedField(string Name, string Type, int Length, bool IsWritable, bool IsRestricted, ImmutableArray<string> Values, ImmutableArray<string> References, string? Relation)
{
    public static DescribedField Read(JsonNode field) => new(
        field["name"]!.GetValue<string>(),
        field["type"]!.GetValue<string>(),
        field["length"]?.GetValue<int>() ?? 0,
        field["createable"]?.GetValue<bool>() == true && field["updateable"]?.GetValue<bool>() == true,
        field["restrictedPicklist"]?.GetValue<bool>() == true,
        [.. (field["picklistValues"] as JsonArray ?? []).Where(v => v!["active"]?.GetValue<bool>() != false).Select(v => v!["value"]!.GetValue<string>())],
        [.. (field["referenceTo"] as JsonArray ?? []).Select(r => r!.GetValue<string>())],
        field["relationshipName"]?.GetValue<string>());
}
