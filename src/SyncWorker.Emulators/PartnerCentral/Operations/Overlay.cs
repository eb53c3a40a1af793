using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>Lays what a person told over an example: what is told stands, the rest comes from the example.</summary>
internal static class Overlay
{
    public static JsonObject On(JsonObject example, JsonObject told)
    {
        foreach (var (name, value) in told)
        {
            if (value is JsonObject inner && example[name] is JsonObject known) On(known, inner);
            else example[name] = value?.DeepClone();
        }

        return example;
    }
}
