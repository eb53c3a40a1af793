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
        // Decisions that put one another aside nest.
        MaxDepth = 512,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(Link link) => JsonSerializer.Serialize(link, Options);

    /// <summary>An array that was never set is stored as empty: the serialiser takes none that is unset.</summary>
    public static string Write(Baseline baseline) => JsonSerializer.Serialize(baseline.Sent.IsDefault ? baseline with { Sent = [] } : baseline, Options);

    public static string Write(ConnectionState connection) => JsonSerializer.Serialize(connection, Options);

    /// <summary>The state of a store in which none was written is that of a new connection.</summary>
    public static ConnectionState ReadConnection(string? json) => json is null ? ConnectionState.New : JsonSerializer.Deserialize<ConnectionState>(json, Options)!;

    public static Link ReadLink(string json) => JsonSerializer.Deserialize<Link>(json, Options)!;

    public static Baseline ReadBaseline(string json) => JsonSerializer.Deserialize<Baseline>(json, Options)!;
}
