namespace SyncWorker.Emulators.Salesforce;

/// <summary>What a person sees when the org refuses what they did: Salesforce's code and message.</summary>
/// <param name="errorCode">Salesforce's error code, such as STRING_TOO_LONG.</param>
/// <param name="message">Salesforce's own words.</param>
public sealed class PersonRefusedException(string errorCode, string message) : Exception(message)
{
    /// <summary>Salesforce's error code, such as STRING_TOO_LONG.</summary>
    public string ErrorCode { get; } = errorCode;
}
