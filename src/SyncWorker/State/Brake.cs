using System.Globalization;
using System.Text.Json.Serialization;

namespace SyncWorker.State;

/// <summary>Stops a connection that is about to do something big and suspicious. It reads on, and writes nothing until a person releases it.</summary>
/// <param name="Kind">What was suspicious: one of the kinds that the worker knows.</param>
/// <param name="Why">In words for a person on call, without customer data.</param>
/// <param name="At">Since when it holds.</param>
internal sealed record Brake(BrakeKind Kind, string Why, DateTimeOffset At)
{
    /// <summary>Another cause that came up while this one held, and holds the connection on once this one is released: nobody has looked at it yet. Null where there is none.</summary>
    public Brake? Behind { get; init; }

    /// <summary>Why it holds and what to do, for a person on call.</summary>
    [JsonIgnore]
    public string Words => string.Create(
        CultureInfo.InvariantCulture, $"{Why}. Since {At.UtcDateTime:yyyy-MM-dd HH:mm'Z'} nothing is written to either side, and both are read on.{Also} When that is as it should be: syncworker release");

    private string Also => Behind is { } behind ? $" Released, it holds on: {behind.Why}." : "";
}
