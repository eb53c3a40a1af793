namespace SyncWorker.Emulators.Salesforce.Model;

/// <summary>The field types the emulator knows. Long text is apart from text area because it cannot be filtered or sorted.</summary>
internal enum FieldType
{
    Id,
    Reference,
    Text,
    TextArea,
    LongText,
    Email,
    Phone,
    Url,
    Picklist,
    MultiPicklist,
    Boolean,
    Integer,
    Double,
    Currency,
    Percent,
    Date,
    DateTime,
}
