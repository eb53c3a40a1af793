using System.Net;

namespace SyncWorker.Emulators.Salesforce.Errors;

/// <summary>Every refusal the emulator knows: status, code and words, in one table.</summary>
internal static class Refusals
{
    // Who asks, and how much.
    public static RefusedException SessionInvalid() => Of(HttpStatusCode.Unauthorized, "INVALID_SESSION_ID", "Session expired or invalid");

    public static RefusedException AuthHeaderInvalid() => Of(HttpStatusCode.Unauthorized, "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE");

    public static RefusedException RequestLimitExceeded() => Of(HttpStatusCode.Forbidden, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");

    // Where.
    public static RefusedException ResourceMissing() => Of(HttpStatusCode.NotFound, "NOT_FOUND", "The requested resource does not exist");

    public static RefusedException VersionRetired() => Of(HttpStatusCode.Gone, "UNSUPPORTED_API_VERSION", "This API version is no longer supported. Use version 31.0 or later.");

    public static RefusedException MethodNotAllowed(string method, string allowed) =>
        Of(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED", $"HTTP Method '{method}' not allowed. Allowed are {allowed}");

    public static RefusedException MediaTypeUnsupported(string? type) =>
        Of(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", $"Content-Type header specified in HTTP request is not supported: {type}");

    public static RefusedException NoExternalIdField(string name) =>
        Of(HttpStatusCode.NotFound, "NOT_FOUND", $"Provided external ID field does not exist or is not accessible: {name}");

    public static RefusedException EntityIsDeleted() => Of(HttpStatusCode.NotFound, "ENTITY_IS_DELETED", "entity is deleted", []);

    public static RefusedException RowLocked(string id) => Bad("UNABLE_TO_LOCK_ROW", $"unable to obtain exclusive access to this record or 1 records: {id}", []);

    public static RefusedException RuleBroken(string message) => Bad("FIELD_CUSTOM_VALIDATION_EXCEPTION", message, []);

    // Bodies and headers.
    public static RefusedException JsonBroken(string message) => Of(HttpStatusCode.BadRequest, "JSON_PARSER_ERROR", message);

    public static RefusedException JsonOfWrongType(string type, string token, string value) =>
        JsonBroken($"Cannot deserialize instance of {type} from {token} value {value} or request may be missing a required field");

    public static RefusedException HeaderInvalid(string header, string value) =>
        Of(HttpStatusCode.BadRequest, "INVALID_HEADER", $"Invalid value for header {header}: {value}");

    public static RefusedException ModifiedSinceRead() =>
        Of(HttpStatusCode.PreconditionFailed, "ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE_CHECK", "record has been modified since you retrieved it");

    public static RefusedException LimitExceeded(string message) => Bad("LIMIT_EXCEEDED", message);

    public static RefusedException InputInvalid(string message) => Bad("INVALID_INPUT", message);

    public static RefusedException ProcessingHalted(string message) => Bad("PROCESSING_HALTED", message);

    public static RefusedException TooManyRecords(int most) =>
        Bad("EXCEEDED_MAX_SIZE_REQUEST", $"record limit reached. cannot submit more than {most} records into this call");

    public static RefusedException AllOrNoneRolledBack() =>
        Bad("ALL_OR_NONE_OPERATION_ROLLED_BACK", "Record rolled back because not all records were valid and the request was using AllOrNone header", []);

    // SOQL.
    public static RefusedException QueryMalformed(string message) => Bad("MALFORMED_QUERY", message);

    public static RefusedException QueryFieldInvalid(string message) => Bad("INVALID_FIELD", message);

    public static RefusedException FilterOperatorInvalid(string message) => Bad("INVALID_QUERY_FILTER_OPERATOR", message);

    public static RefusedException QueryTypeInvalid(string message) => Bad("INVALID_TYPE", message);

    public static RefusedException QueryLocatorInvalid() => Bad("INVALID_QUERY_LOCATOR", "invalid query locator");

    public static RefusedException NumberOutsideRange(string message) => Bad("NUMBER_OUTSIDE_VALID_RANGE", message);

    public static RefusedException ReplicationDateInvalid(string message) => Bad("INVALID_REPLICATION_DATE", message);

    // Records.
    public static RefusedException FieldUnknown(string field, string type) => Bad("INVALID_FIELD", $"No such column '{field}' on sobject of type {type}");

    public static RefusedException FieldNotInBody(string field) => Bad("INVALID_FIELD", $"The {field} field should not be specified in the sobject data.");

    public static RefusedException FieldReadOnly(string field) =>
        Bad(
            "INVALID_FIELD_FOR_INSERT_UPDATE",
            $"Unable to create/update fields: {field}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.",
            [field]);

    public static RefusedException ObjectReadOnly(string type) =>
        Bad("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", $"entity type {type} does not support this operation", []);

    public static RefusedException RequiredMissing(IReadOnlyList<string> fields) =>
        Bad("REQUIRED_FIELD_MISSING", $"Required fields are missing: [{string.Join(", ", fields)}]", fields);

    public static RefusedException TooLong(string label, string field, string value, int length) =>
        Bad("STRING_TOO_LONG", $"{label}: data value too large: {value} (max length={length})", [field]);

    public static RefusedException NotInPicklist(string label, string field, string value) =>
        Bad("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", $"{label}: bad value for restricted picklist field: {value}", [field]);

    public static RefusedException NumberTooLarge(string label, string field, string value) =>
        Bad("NUMBER_OUTSIDE_VALID_RANGE", $"{label}: value outside of valid range on numeric field: {value}", [field]);

    public static RefusedException EmailInvalid(string label, string field, string value) =>
        Bad("INVALID_EMAIL_ADDRESS", $"{label}: invalid email address: {value}", [field]);

    public static RefusedException IdMalformed(string label, string field, string value) =>
        Bad("MALFORMED_ID", $"{label}: id value of incorrect type: {value}", [field]);

    public static RefusedException ReferenceUnknown(string? field) => Bad("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", field is null ? [] : [field]);

    public static RefusedException ValueNotUnique(string field, string otherId) =>
        Bad("DUPLICATE_VALUE", $"duplicate value found: {field} duplicates value on record with id: {otherId}", []);

    public static RefusedException AddressInvalid(string kind, string label, string field) =>
        Bad(
            "FIELD_INTEGRITY_EXCEPTION",
            $"There's a problem with this {kind}, even though it may appear correct. Please select a {kind} from the list of valid {Plural(kind)}.: {label}",
            [field]);

    public static RefusedException DeleteRestricted(string label) =>
        Bad("DELETE_FAILED", $"Your attempt to delete this record could not be completed because it is associated with records of {label}.", []);

    private static string Plural(string kind) => kind == "country" ? "countries" : kind + "s";

    private static RefusedException Bad(string code, string message, IReadOnlyList<string>? fields = null) => Of(HttpStatusCode.BadRequest, code, message, fields);

    private static RefusedException Of(HttpStatusCode status, string code, string message, IReadOnlyList<string>? fields = null) =>
        new(status, new ApiError(code, message, fields));
}
