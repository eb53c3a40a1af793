namespace SyncWorker.Emulators.Salesforce.Model;

/// <summary>One field of an object, with what the org enforces about it.</summary>
internal sealed record Field(string Name, string Label, FieldType Type)
{
    public int Length { get; init; }

    public int Precision { get; init; }

    public int Scale { get; init; }

    public bool Required { get; init; }

    public bool Createable { get; init; } = true;

    public bool Updateable { get; init; } = true;

    public bool Unique { get; init; }

    public bool ExternalId { get; init; }

    public bool CaseSensitive { get; init; }

    public bool Restricted { get; init; }

    public bool Custom { get; init; }

    public IReadOnlyList<PicklistEntry> Picklist { get; init; } = [];

    /// <summary>The object a reference points at.</summary>
    public string? ReferenceTo { get; init; }

    /// <summary>The name that walks from here to the parent: Account, Owner, Opportunity__r.</summary>
    public string? RelationshipName { get; init; }

    /// <summary>The name that walks from the parent to these records: OpportunityContactRoles.</summary>
    public string? ChildRelationshipName { get; init; }

    public DeleteRule OnParentDelete { get; init; }

    /// <summary>The value a new record gets when the caller names none.</summary>
    public object? Default { get; init; }

    /// <summary>The display format of an auto number, such as "CS-{00000}".</summary>
    public string? AutoNumber { get; init; }

    public bool Filterable => Type != FieldType.LongText;

    public bool Sortable => Type is not (FieldType.LongText or FieldType.MultiPicklist);

    public bool ReadOnly => !Createable && !Updateable;

    public bool IsText => Type is FieldType.Text or FieldType.TextArea or FieldType.LongText
        or FieldType.Email or FieldType.Phone or FieldType.Url or FieldType.Picklist or FieldType.MultiPicklist;

    public bool IsNumber => Type is FieldType.Integer or FieldType.Double or FieldType.Currency or FieldType.Percent;

    /// <summary>The name describe and error messages use for the type.</summary>
    public string TypeName => Type switch
    {
        FieldType.Id => "id",
        FieldType.Reference => "reference",
        FieldType.Text => "string",
        FieldType.TextArea or FieldType.LongText => "textarea",
        FieldType.Integer => "int",
        FieldType.DateTime => "datetime",
        FieldType.MultiPicklist => "multipicklist",
        _ => Type.ToString().ToLowerInvariant(),
    };
}
