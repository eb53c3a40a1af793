namespace SyncWorker.Emulators.Salesforce.Model;

/// <summary>Short words for writing the standard objects down.</summary>
internal static class StandardFields
{
    public static Field Text(string name, string label, int length) => new(name, label, FieldType.Text) { Length = length };

    public static Field TextArea(string name, string label, int length = 255) => new(name, label, FieldType.TextArea) { Length = length };

    public static Field LongText(string name, string label, int length = 32_000) => new(name, label, FieldType.LongText) { Length = length };

    public static Field Email(string name, string label) => new(name, label, FieldType.Email) { Length = 80 };

    public static Field Phone(string name, string label) => new(name, label, FieldType.Phone) { Length = 40 };

    public static Field Url(string name, string label) => new(name, label, FieldType.Url) { Length = 255 };

    public static Field Flag(string name, string label, bool value = false) => new(name, label, FieldType.Boolean) { Default = value };

    public static Field Date(string name, string label) => new(name, label, FieldType.Date);

    public static Field Currency(string name, string label) => new(name, label, FieldType.Currency) { Precision = 18, Scale = 2 };

    public static Field Picklist(string name, string label, params string[] values) =>
        new(name, label, FieldType.Picklist) { Length = 255, Picklist = [.. values.Select(v => new PicklistEntry(v, v))] };

    /// <summary>A reference named as Salesforce names it: AccountId is followed as Account.</summary>
    public static Field Reference(string name, string label, string to, string? children = null, DeleteRule onDelete = DeleteRule.SetNull) =>
        new(name, label, FieldType.Reference)
        {
            Length = 18,
            ReferenceTo = to,
            RelationshipName = name[..^"Id".Length],
            ChildRelationshipName = children,
            OnParentDelete = onDelete,
        };

    public static Field Needed(this Field field) => field with { Required = true };

    public static Field Derived(this Field field) => field with { Createable = false, Updateable = false };

    /// <summary>The fields every record has, written by the org alone.</summary>
    public static IEnumerable<Field> System() =>
    [
        new Field("IsDeleted", "Deleted", FieldType.Boolean) { Default = false }.Derived(),
        new Field("CreatedDate", "Created Date", FieldType.DateTime).Derived(),
        Reference("CreatedById", "Created By ID", "User").Derived(),
        new Field("LastModifiedDate", "Last Modified Date", FieldType.DateTime).Derived(),
        Reference("LastModifiedById", "Last Modified By ID", "User").Derived(),
        new Field("SystemModstamp", "System Modstamp", FieldType.DateTime).Derived(),
    ];

    public static Field Id(string label) => new Field("Id", label, FieldType.Id) { Length = 18 }.Derived();

    public static Field Owner() => Reference("OwnerId", "Owner ID", "User");

    /// <summary>An address as State and Country Picklists have it: text fields hold the names, code fields the ISO codes.</summary>
    public static IEnumerable<Field> Address(string prefix) =>
    [
        TextArea(prefix + "Street", prefix + " Street"),
        Text(prefix + "City", prefix + " City", 40),
        Text(prefix + "State", prefix + " State/Province", 80),
        Picklist(prefix + "StateCode", prefix + " State/Province Code", Places.StateCodes),
        Text(prefix + "PostalCode", prefix + " Zip/Postal Code", 20),
        Text(prefix + "Country", prefix + " Country", 80),
        Picklist(prefix + "CountryCode", prefix + " Country Code", Places.CountryCodes),
    ];
}
