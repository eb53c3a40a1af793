namespace SyncWorker.Emulators;

/// <summary>One request that an emulator answered.</summary>
/// <param name="At">When, by the emulator's clock.</param>
/// <param name="Api">Which API: <c>salesforce</c> or <c>partnerCentral</c>.</param>
/// <param name="Operation">What was asked for.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Error">The error's name, or null when the request succeeded.</param>
public sealed record EmulatorCall(DateTimeOffset At, string Api, string Operation, int Status, string? Error);
