using System.Text.Json;
using System.Text.Json.Serialization;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.State;

/// <summary>Links and baselines as the store keeps them.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(Link link) => JsonSerializer.Serialize(link, Options);

    public static string Write(Baseline baseline) => JsonSerializer.Serialize(baseline, Options);

    public static Link ReadLink(string json) => JsonSerializer.Deserialize<Link>(json, Options)!;

    public static Baseline ReadBaseline(string json) => JsonSerializer.Deserialize<Baseline>(json, Options)!;
}
