using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncWorker.Polling;

/// <summary>
/// What a co-sell record says, for telling news from none. SystemModstamp moves without any change (a picklist value is renamed, a field is retyped), and the dates of what rows follow move
/// with fields that nobody follows.
/// </summary>
internal static class RecordContent
{
    private const string Stamp = "SystemModstamp";

    /// <summary>The record as text, without its stamps and the dates of what it follows.</summary>
    public static string Of(JsonObject record)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text)) Write(writer, record, isFollowed: false);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonObject record, bool isFollowed)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in record)
        {
            if (name == Stamp || (isFollowed && name == "LastModifiedDate")) continue;
            writer.WritePropertyName(name);
            if (value is JsonObject followed) Write(writer, followed, isFollowed: true);
            else if (value is null) writer.WriteNullValue();
            else value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
