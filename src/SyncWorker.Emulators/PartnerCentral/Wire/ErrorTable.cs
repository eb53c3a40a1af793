namespace SyncWorker.Emulators.PartnerCentral.Wire;

/// <summary>Every error that the emulator can answer with, and its status by each of AWS's two sources.</summary>
internal static class ErrorTable
{
    private static readonly Dictionary<string, (int Modelled, int Documented)> Statuses = new()
    {
        ["ValidationException"] = (400, 400),
        ["AccessDeniedException"] = (403, 400),
        ["ResourceNotFoundException"] = (404, 400),
        ["ConflictException"] = (409, 400),
        ["ServiceQuotaExceededException"] = (402, 400),
        ["ThrottlingException"] = (429, 400),
        ["InternalServerException"] = (500, 500),
        ["SerializationException"] = (400, 400),
        ["ServiceUnavailable"] = (503, 503),
        ["UnknownOperationException"] = (404, 404),
        ["MissingAuthenticationToken"] = (403, 403),
        ["IncompleteSignature"] = (403, 403),
        ["UnrecognizedClientException"] = (403, 403),
        ["ExpiredTokenException"] = (403, 403),
        ["SignatureDoesNotMatch"] = (403, 403),
    };

    private static readonly HashSet<string> OfTheService =
    [
        "ValidationException", "AccessDeniedException", "ResourceNotFoundException", "ConflictException",
        "ServiceQuotaExceededException", "ThrottlingException", "InternalServerException",
    ];

    public static int Status(string name, StatusCodeStyle style) =>
        style == StatusCodeStyle.Modelled ? Statuses[name].Modelled : Statuses[name].Documented;

    /// <summary>The namespace before the error's name; errors of the front door come from AWS's common framework.</summary>
    public static string Namespace(string name) =>
        OfTheService.Contains(name) ? "com.amazon.partnerintegrationapi.common" : "com.amazon.coral.service";
}
