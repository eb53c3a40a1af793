using System.Text.Json.Nodes;

namespace SyncWorker.Polling;

/// <summary>
/// What a co-sell record says, for telling news from none. SystemModstamp moves without any change (a picklist value is renamed, a field is retyped), and the dates of what rows follow move
/// with fields that nobody follows.
/// </summary>
internal static class RecordContent
{
    private const string Stamp = "SystemModstamp";

    /// <summary>The record as text, without its stamps.</summary>
    public static string Of(JsonObject record)
    {
        var content = (JsonObject)record.DeepClone();
        content.Remove(Stamp);
        foreach (var (_, followed) in content) WithoutDates(followed as JsonObject);
        return content.ToJsonString();
    }

    private static void WithoutDates(JsonObject? followed)
    {
        if (followed is null) return;
        followed.Remove(Stamp);
        followed.Remove("LastModifiedDate");
        foreach (var (_, further) in followed) WithoutDates(further as JsonObject);
    }
}
