using SyncWorker.Core.Mapping;

namespace SyncWorker.Configuration;

/// <summary>Reads and checks the field map with its value maps. Everything wrong in either file is found at once.</summary>
internal static class FieldMapLoader
{
    private const string Map = "field-map.yaml";
    private const string Picklists = "picklists.yaml";

    /// <param name="folder">The folder that holds both files.</param>
    public static FieldMapResult Load(string folder) => Read(File.ReadAllText(Path.Combine(folder, Map)), File.ReadAllText(Path.Combine(folder, Picklists)));

    public static FieldMapResult Read(string map, string picklists)
    {
        var values = PicklistFile.Read(picklists, Picklists);
        var rows = FieldMapFile.Read(map, Map);
        if (!rows.Findings.IsEmpty && rows.Rows.IsEmpty) return new FieldMapResult(null, [.. rows.Findings, .. values.Findings]);
        var result = FieldMapCheck.Check(rows.Rows, values.Maps, rows.RecordType);
        return result with { Findings = [.. rows.Findings, .. values.Findings, .. result.Findings] };
    }
}
