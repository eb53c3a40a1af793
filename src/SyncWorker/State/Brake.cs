namespace SyncWorker.State;

/// <summary>Stops a connection that is about to do something big and suspicious. It reads on, and writes nothing until a person releases it.</summary>
/// <param name="Kind">What was suspicious: one of the kinds that the worker knows.</param>
/// <param name="Why">In words for a person on call, without customer data.</param>
/// <param name="At">Since when it holds.</param>
internal sealed record Brake(BrakeKind Kind, string Why, DateTimeOffset At);
