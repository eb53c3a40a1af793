using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral;

namespace SyncWorker.Emulators.Control;

/// <summary>One thing about the emulated Partner Central that can be changed while it runs.</summary>
internal sealed record Switch(string Name, Func<PartnerCentralEmulatorOptions, JsonNode?> Read, Action<PartnerCentralEmulatorOptions, JsonNode?> Write)
{
    public static Switch Flag(string name, Func<PartnerCentralEmulatorOptions, bool> read, Action<PartnerCentralEmulatorOptions, bool> write) => new(
        name, o => read(o), (o, value) => write(o, value is JsonValue json && json.TryGetValue(out bool flag) ? flag : throw Malformed(name, "true or false")));

    public static Switch Number(string name, Func<PartnerCentralEmulatorOptions, int> read, Action<PartnerCentralEmulatorOptions, int> write) => new(
        name, o => read(o), (o, value) => write(o, value is JsonValue json && json.TryGetValue(out int number) && number > 0 ? number : throw Malformed(name, "a whole number from 1")));

    public static Switch Duration(string name, Func<PartnerCentralEmulatorOptions, TimeSpan> read, Action<PartnerCentralEmulatorOptions, TimeSpan> write) => new(
        name, o => Spelled(read(o)), (o, value) => write(o, Span(name, value)));

    public static Switch OptionalDuration(string name, Func<PartnerCentralEmulatorOptions, TimeSpan?> read, Action<PartnerCentralEmulatorOptions, TimeSpan?> write) => new(
        name, o => read(o) is { } span ? Spelled(span) : null, (o, value) => write(o, value is null ? null : Span(name, value)));

    public static Switch OptionalText(string name, Func<PartnerCentralEmulatorOptions, string?> read, Action<PartnerCentralEmulatorOptions, string?> write) => new(
        name, o => read(o), (o, value) => write(o, value is null ? null : Text(value) ?? throw Malformed(name, "a string or null")));

    public static Switch Choice<T>(string name, Func<PartnerCentralEmulatorOptions, T> read, Action<PartnerCentralEmulatorOptions, T> write)
        where T : struct, Enum => new(
        name,
        o => read(o).ToString(),
        (o, value) => write(o, Enum.GetValues<T>().Where(v => v.ToString() == Text(value)).Cast<T?>().FirstOrDefault() ?? throw Malformed(name, $"one of {string.Join(", ", Enum.GetNames<T>())}")));

    private static string Spelled(TimeSpan span) => span.ToString("c", CultureInfo.InvariantCulture);

    private static TimeSpan Span(string name, JsonNode? value) =>
        TimeSpan.TryParseExact(Text(value), "c", CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero ? span : throw Malformed(name, "a duration such as \"00:10:00\"");

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static ControlException Malformed(string name, string expected) => new(400, "INVALID_MEMBER", $"\"{name}\" must be {expected}.");
}
