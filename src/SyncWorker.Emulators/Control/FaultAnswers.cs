using System.Net;
using System.Text;
using SyncWorker.Emulators.PartnerCentral;
using SyncWorker.Emulators.PartnerCentral.Wire;

namespace SyncWorker.Emulators.Control;

/// <summary>What each system says when it is down or has had too many calls.</summary>
internal static class FaultAnswers
{
    private const string RequestId = "00000000-0000-0000-0000-00000000fa17";

    public static HttpResponseMessage PartnerCentral(FaultKind kind, StatusCodeStyle style, TimeProvider clock)
    {
        var (name, message) = kind switch
        {
            FaultKind.Throttled => ("ThrottlingException", "Rate exceeded"),
            FaultKind.InternalError => ("InternalServerException", "The request failed because of an internal error."),
            FaultKind.AccessDenied => ("AccessDeniedException", "User is not authorized to perform this action."),
            FaultKind.QuotaExceeded => ("ServiceQuotaExceededException", "The request would exceed a service quota."),
            FaultKind.ExpiredToken => ("ExpiredTokenException", "The security token included in the request is expired"),
            _ => ("ServiceUnavailable", "The request has failed due to a temporary failure of the server."),
        };
        return SellingWire.Error(new SellingException(name, message), style, RequestId, clock.GetUtcNow());
    }

    public static HttpResponseMessage Salesforce(FaultKind kind) => kind == FaultKind.Throttled
        ? Errors(HttpStatusCode.Forbidden, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")
        : Errors(HttpStatusCode.ServiceUnavailable, "SERVER_UNAVAILABLE", "The server is temporarily unavailable. Try again later.");

    private static HttpResponseMessage Errors(HttpStatusCode status, string code, string message) =>
        new(status) { Content = new StringContent($$"""[{"message":"{{message}}","errorCode":"{{code}}"}]""", Encoding.UTF8, "application/json") };
}
