using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Control;

/// <summary>What the controls answer; without a body, the status says it all.</summary>
internal sealed record ControlAnswer(int Status, JsonNode? Body)
{
    public static ControlAnswer Done { get; } = new(204, null);

    public static ControlAnswer Ok(JsonNode? body) => new(200, body);

    public static ControlAnswer Created(JsonObject body) => new(201, body);
}
