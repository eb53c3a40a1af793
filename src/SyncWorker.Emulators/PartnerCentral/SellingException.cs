namespace SyncWorker.Emulators.PartnerCentral;

/// <summary>An error as the API names it; the status code comes from <see cref="Wire.ErrorTable"/>.</summary>
internal sealed class SellingException(string name, string message, string? reason = null, IReadOnlyList<Problem>? problems = null) : Exception(message)
{
    public string Name { get; } = name;

    public string? Reason { get; } = reason;

    public IReadOnlyList<Problem> Problems { get; } = problems ?? [];

    public static SellingException RequestValidation(IReadOnlyList<Problem> problems) =>
        new(
            "ValidationException",
            $"{problems.Count} validation error{(problems.Count == 1 ? "" : "s")} detected: {string.Join("; ", problems.Select(p => p.Message))}",
            "REQUEST_VALIDATION_FAILED",
            problems);

    public static SellingException BusinessValidation(IReadOnlyList<Problem> problems) =>
        new("ValidationException", "Business validation failed.", "BUSINESS_VALIDATION_FAILED", problems);

    public static SellingException BusinessValidation(string path, string message, string code) =>
        BusinessValidation([new Problem(PartnerCentral.Problems.FieldName(path), message, code)]);

    public static SellingException NotFound(string identifier) =>
        new("ResourceNotFoundException", $"Resource with Identifier {identifier} does not exist or is not accessible");

    public static SellingException Conflict(string message) => new("ConflictException", message);
}
