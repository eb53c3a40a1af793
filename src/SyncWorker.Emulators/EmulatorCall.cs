namespace SyncWorker.Emulators;

/// <summary>One request that an emulator answered, as its journal remembers it.</summary>
/// <param name="At">When, by the emulator's clock.</param>
/// <param name="Api">Which API: "salesforce" or "partnerCentral".</param>
/// <param name="Operation">What was asked, such as "GET query" or "UpdateOpportunity".</param>
/// <param name="Status">The HTTP status answered.</param>
/// <param name="Error">The API's error code, or null when it went well.</param>
public sealed record EmulatorCall(DateTimeOffset At, string Api, string Operation, int Status, string? Error);
