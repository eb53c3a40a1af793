namespace SyncWorker.Emulators.Salesforce.Errors;

/// <summary>One entry of an error body. Fields is null where the real one leaves the member out.</summary>
internal sealed record ApiError(string Code, string Message, IReadOnlyList<string>? Fields = null);
