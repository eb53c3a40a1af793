using System.Globalization;
using System.Net;
using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Records;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>
/// If-Unmodified-Since and If-Modified-Since on a record. Their grain is a whole second, as the stamp's is: a change in the same second as the read passes.
/// </summary>
internal static class Preconditions
{
    private const string Unmodified = "If-Unmodified-Since";
    private const string Modified = "If-Modified-Since";

    /// <summary>The reply when the record is not as the caller wants it, or null.</summary>
    public static ApiReply? Failing(ApiRequest request, Row row)
    {
        if (Date(request, Unmodified) is { } unmodified && row.LastModifiedDate > unmodified)
            throw Refusals.ModifiedSinceRead();
        if (request.Method == "GET" && Date(request, Modified) is { } modified && row.LastModifiedDate <= modified)
            return new ApiReply(HttpStatusCode.NotModified);
        return null;
    }

    private static DateTimeOffset? Date(ApiRequest request, string header)
    {
        if (request.Header(header) is not { Length: > 0 } text)
            return null;
        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Refusals.HeaderInvalid(header, text);
    }
}
