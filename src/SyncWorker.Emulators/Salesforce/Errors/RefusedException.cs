using System.Net;

namespace SyncWorker.Emulators.Salesforce.Errors;

/// <summary>Carries a refusal from where the rule is to where the reply is written.</summary>
internal sealed class RefusedException(HttpStatusCode status, ApiError error) : Exception(error.Message)
{
    public HttpStatusCode Status { get; } = status;

    public ApiError Error { get; } = error;
}
