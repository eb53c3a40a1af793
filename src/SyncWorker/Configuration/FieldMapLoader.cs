using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SyncWorker.Core.Mapping;
using SyncWorker.Salesforce.Package;

namespace SyncWorker.Configuration;

/// <summary>Reads and checks the field map with its value maps. Everything wrong in either file is found at once.</summary>
internal static class FieldMapLoader
{
    private const string Map = "field-map.yaml";
    private const string Picklists = "picklists.yaml";

    /// <summary>Reads both files; a file that cannot be read is a finding.</summary>
    /// <param name="configFolder">The folder that holds both files.</param>
    public static FieldMapResult Load(string configFolder)
    {
        var findings = new List<Finding>();
        var (map, picklists) = (Text(configFolder, Map, findings), Text(configFolder, Picklists, findings));
        return map is not null && picklists is not null ? Read(map, picklists) : new FieldMapResult(null, [.. findings]);
    }

    /// <summary>Reads both files' texts.</summary>
    public static FieldMapResult Read(string map, string picklists)
    {
        var rows = FieldMapFile.Read(map, Map);
        var values = PicklistFile.Read(picklists, Picklists);
        ImmutableArray<Finding> findings = [.. rows.Findings, .. values.Findings];
        // A file that cannot be read hides what it says; checking the other against nothing would only repeat that.
        if (!rows.IsTable || !values.IsYaml) return new FieldMapResult(null, findings);
        var result = FieldMapCheck.Check(rows.Rows, values.Maps, rows.RecordType);
        findings = [.. findings.Concat(result.Findings).Concat(rows.Rows.SelectMany(FieldLimits.Check)).OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)];
        return new FieldMapResult(findings.IsEmpty && result.Map is { } read ? new FieldMap(read.RecordType, read.Rows) { Fingerprint = Fingerprint(map, picklists) } : null, findings);
    }

    private static string Fingerprint(string map, string picklists) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(map + '\0' + picklists)));

    private static string? Text(string folder, string file, List<Finding> findings)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file));
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            findings.Add(new Finding(file, 1, $"The file cannot be read: {unread.Message}", "Put it into the configuration folder."));
            return null;
        }
    }
}
