using SyncWorker.Core.Mapping.Checking;

namespace SyncWorker.Core.Mapping;

/// <summary>Makes a field map of what its author wrote, or says everything that is wrong with it at once.</summary>
public static class FieldMapCheck
{
    /// <summary>Checks a map.</summary>
    /// <param name="rows">The rows in the order of the file.</param>
    /// <param name="valueMaps">The value maps by name.</param>
    /// <param name="recordType">The Salesforce object of the co-sell record.</param>
    public static FieldMapResult Check(IReadOnlyList<RowText> rows, IReadOnlyDictionary<string, ValueMap> valueMaps, string recordType)
    {
        var findings = new List<Finding>();
        if (!ApiName.IsLegal(recordType))
        {
            var file = rows.Count > 0 ? rows[0].File : "";
            findings.Add(new Finding(file, 1, $"'{recordType}' is not the API name of a Salesforce object.", "Write a name such as AWS_Co_Sell_Opportunity__c."));
        }
        var pages = rows.Select(text => new RowPage(text, findings)).ToArray();
        var built = pages.Select(page => RowCheck.Check(page, valueMaps) is { } row ? StandardCheck.Check(page, row, recordType) : null).ToArray();
        BetweenRows.Check(pages, built);
        PublishedCheck.Check(pages, findings);
        return findings.Count == 0
            ? new FieldMapResult(new FieldMap(recordType, [.. built.OfType<Row>().OrderByDescending(r => r.IsPublished)]), [])
            : new FieldMapResult(null, [.. findings.Distinct().OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)]);
    }
}
