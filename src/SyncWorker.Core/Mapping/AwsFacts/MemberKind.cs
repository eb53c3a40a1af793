namespace SyncWorker.Core.Mapping.AwsFacts;

/// <summary>What a member of AWS's documents holds.</summary>
public enum MemberKind
{
    /// <summary>Free text, or text with a list of values that stands in AWS's documentation only.</summary>
    Text,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>One value of an enum.</summary>
    Enum,

    /// <summary>A list of values of an enum.</summary>
    Enums,

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>A moment, ISO 8601.</summary>
    Timestamp,

    /// <summary>A decimal number with at most two decimals, as a string.</summary>
    Amount,

    /// <summary>An e-mail address in lower case.</summary>
    Email,

    /// <summary>A telephone number as E.164.</summary>
    Phone,

    /// <summary>A website.</summary>
    Website,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>True or false; AWS has none, the worker does.</summary>
    Flag,

    /// <summary>An element of a list of objects, such as a team member.</summary>
    Object,
}
