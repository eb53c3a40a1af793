namespace SyncWorker.Emulators.Salesforce.Model;

/// <summary>The countries and states the org knows. A real org ships every country, and states for about ten of them.</summary>
internal static class Places
{
    public const string CountryWithStates = "US";

    private static readonly (string Code, string Name)[] Countries =
    [
        ("AT", "Austria"), ("AU", "Australia"), ("BE", "Belgium"), ("BR", "Brazil"), ("CA", "Canada"), ("CH", "Switzerland"), ("DE", "Germany"), ("DK", "Denmark"),
        ("ES", "Spain"), ("FI", "Finland"), ("FR", "France"), ("GB", "United Kingdom"), ("IE", "Ireland"), ("IN", "India"), ("IT", "Italy"), ("JP", "Japan"),
        ("MX", "Mexico"), ("NL", "Netherlands"), ("NO", "Norway"), ("NZ", "New Zealand"), ("PL", "Poland"), ("PT", "Portugal"), ("SE", "Sweden"), ("SG", "Singapore"),
        ("US", "United States"), ("ZA", "South Africa"),
    ];

    private static readonly (string Code, string Name)[] States =
    [
        ("AL", "Alabama"), ("AK", "Alaska"), ("AZ", "Arizona"), ("AR", "Arkansas"), ("CA", "California"), ("CO", "Colorado"), ("CT", "Connecticut"), ("DE", "Delaware"),
        ("DC", "District of Columbia"), ("FL", "Florida"), ("GA", "Georgia"), ("HI", "Hawaii"), ("ID", "Idaho"), ("IL", "Illinois"), ("IN", "Indiana"), ("IA", "Iowa"),
        ("KS", "Kansas"), ("KY", "Kentucky"), ("LA", "Louisiana"), ("ME", "Maine"), ("MD", "Maryland"), ("MA", "Massachusetts"), ("MI", "Michigan"), ("MN", "Minnesota"),
        ("MS", "Mississippi"), ("MO", "Missouri"), ("MT", "Montana"), ("NE", "Nebraska"), ("NV", "Nevada"), ("NH", "New Hampshire"), ("NJ", "New Jersey"),
        ("NM", "New Mexico"), ("NY", "New York"), ("NC", "North Carolina"), ("ND", "North Dakota"), ("OH", "Ohio"), ("OK", "Oklahoma"), ("OR", "Oregon"),
        ("PA", "Pennsylvania"), ("RI", "Rhode Island"), ("SC", "South Carolina"), ("SD", "South Dakota"), ("TN", "Tennessee"), ("TX", "Texas"), ("UT", "Utah"),
        ("VT", "Vermont"), ("VA", "Virginia"), ("WA", "Washington"), ("WV", "West Virginia"), ("WI", "Wisconsin"), ("WY", "Wyoming"),
    ];

    public static string[] CountryCodes => [.. Countries.Select(c => c.Code)];

    public static string[] StateCodes => [.. States.Select(s => s.Code)];

    public static string? CountryName(string code) => Name(Countries, code);

    public static string? CountryCode(string name) => Code(Countries, name);

    public static string? StateName(string code) => Name(States, code);

    public static string? StateCode(string name) => Code(States, name);

    private static string? Name((string Code, string Name)[] places, string code) =>
        places.FirstOrDefault(p => p.Code.Equals(code, StringComparison.OrdinalIgnoreCase)).Name;

    /// <summary>The text field takes the name, and forgives a code.</summary>
    private static string? Code((string Code, string Name)[] places, string text) =>
        places.FirstOrDefault(p => p.Name.Equals(text, StringComparison.OrdinalIgnoreCase) || p.Code.Equals(text, StringComparison.OrdinalIgnoreCase)).Code;
}
