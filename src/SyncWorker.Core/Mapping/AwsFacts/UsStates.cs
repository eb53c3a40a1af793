using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SyncWorker.Core.Mapping.AwsFacts;

/// <summary>The 62 names that AWS takes for a US state or region (documentation of StateOrRegion, service model 2026-08-04), with their postal codes and other names.</summary>
public static class UsStates
{
    // Postal code, AWS's name, other names. AFO/FPO has no code that is surely its own.
    private const string Table = """
        AL|Alabama
        AK|Alaska
        AS|American Samoa
        AZ|Arizona
        AR|Arkansas
        CA|California
        CO|Colorado
        CT|Connecticut
        DE|Delaware
        DC|Dist. of Columbia|District of Columbia|Washington, D.C.|Washington DC|D.C.
        FM|Federated States of Micronesia|Micronesia
        FL|Florida
        GA|Georgia
        GU|Guam
        HI|Hawaii
        ID|Idaho
        IL|Illinois
        IN|Indiana
        IA|Iowa
        KS|Kansas
        KY|Kentucky
        LA|Louisiana
        ME|Maine
        MH|Marshall Islands
        MD|Maryland
        MA|Massachusetts
        MI|Michigan
        MN|Minnesota
        MS|Mississippi
        MO|Missouri
        MT|Montana
        NE|Nebraska
        NV|Nevada
        NH|New Hampshire
        NJ|New Jersey
        NM|New Mexico
        NY|New York
        NC|North Carolina
        ND|North Dakota
        MP|Northern Mariana Islands|Commonwealth of the Northern Mariana Islands
        OH|Ohio
        OK|Oklahoma
        OR|Oregon
        PW|Palau
        PA|Pennsylvania
        PR|Puerto Rico
        RI|Rhode Island
        SC|South Carolina
        SD|South Dakota
        TN|Tennessee
        TX|Texas
        UT|Utah
        VT|Vermont
        VA|Virginia
        VI|Virgin Islands|U.S. Virgin Islands|US Virgin Islands
        WA|Washington
        WV|West Virginia
        WI|Wisconsin
        WY|Wyoming
        AE|APO/AE|Armed Forces Europe
        -|AFO/FPO
        AP|FPO, AP|Armed Forces Pacific
        """;

    private static readonly ImmutableArray<string[]> Rows = [.. Table.Split('\n').Select(line => line.Split('|'))];
    private static readonly FrozenDictionary<string, string> Codes = Rows.Where(r => r[0] != "-").ToFrozenDictionary(r => r[0], r => r[1], StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<string, string> ByAnyName =
        Rows.SelectMany(r => r.Skip(1).Select(name => KeyValuePair.Create(name, r[1]))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>AWS's names in AWS's order.</summary>
    public static ImmutableArray<string> All { get; } = [.. Rows.Select(r => r[1])];

    /// <summary>AWS's name for a name; null where nobody knows.</summary>
    public static string? ByName(string name) => ByAnyName.GetValueOrDefault(name);

    /// <summary>AWS's name for a name or a postal code; null where nobody knows.</summary>
    public static string? Find(string text) => ByName(text) ?? Codes.GetValueOrDefault(text);
}
