namespace SyncWorker.Emulators.Salesforce.Records;

/// <summary>An admin's validation rule, in the simplest form: no record may hold a value in a field.</summary>
/// <param name="ObjectName">The object's API name.</param>
/// <param name="FieldName">The field's API name.</param>
/// <param name="Value">The value as text, compared without regard to case.</param>
/// <param name="Message">What a person reads then.</param>
internal sealed record ValidationRule(string ObjectName, string FieldName, string Value, string Message)
{
    public bool Forbids(string objectName, Func<string, object?> read) =>
        objectName.Equals(ObjectName, StringComparison.OrdinalIgnoreCase) && Value.Equals(Convert.ToString(read(FieldName), System.Globalization.CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase);
}
