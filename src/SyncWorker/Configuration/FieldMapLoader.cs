using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using SyncWorker.Salesforce.Package;

namespace SyncWorker.Configuration;

/// <summary>Reads and checks the field map with its value maps. Everything wrong in either file is found at once.</summary>
internal static class FieldMapLoader
{
    private const string Map = "field-map.yaml";
    private const string Picklists = "picklists.yaml";

    private static readonly ImmutableDictionary<string, ValueMap> None = ImmutableDictionary<string, ValueMap>.Empty;

    /// <param name="configFolder">The folder that holds both files.</param>
    public static FieldMapResult Load(string configFolder)
    {
        Finding[] missing = [.. new[] { Map, Picklists }.Where(f => !File.Exists(Path.Combine(configFolder, f))).Select(f => new Finding(f, 1, "the file is not there.", "Put it beside the other configuration files."))];
        return missing.Length > 0 ? new FieldMapResult(null, [.. missing]) : Read(File.ReadAllText(Path.Combine(configFolder, Map)), File.ReadAllText(Path.Combine(configFolder, Picklists)));
    }

    public static FieldMapResult Read(string map, string picklists)
    {
        var values = PicklistFile.Read(picklists, Picklists);
        var file = FieldMapFile.Read(map, Map);
        // A list that is not there at all would make each row that names a value map a finding of its own.
        var rows = values.Maps is null ? [.. file.Rows.Select(r => r with { Values = r.Values.Remove("values") })] : file.Rows;
        var read = new FieldMapResult(null, [.. values.Findings, .. file.Findings, .. rows.SelectMany(FieldLimits.Check)]);
        var result = rows.IsEmpty ? read : FieldMapCheck.Check(rows, values.Maps ?? None, file.RecordType.Length == 0 ? "Missing__c" : file.RecordType);
        Finding[] findings = [.. read.Findings.Concat(result.Findings).Distinct().OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)];
        return new FieldMapResult(findings.Length == 0 ? result.Map : null, [.. findings]);
    }
}
