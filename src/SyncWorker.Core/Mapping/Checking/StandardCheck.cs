using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Checking;

/// <summary>What holds for rows on a standard object: its own fields belong to the people who work there, so they flow to AWS only, unless the row says otherwise.</summary>
internal static class StandardCheck
{
    public static Row Check(RowPage page, Row row, string recordType)
    {
        var standard = ApiName.IsCustom(recordType) || row.Object is not null ? null : row.Fields.FirstOrDefault(f => !ApiName.IsCustom(f));
        if (row.WriteStandard && standard is null)
            page.Add("writeStandard is for a standard field of a standard object.", "Leave it out.");
        Follows(page, row, recordType);
        if (standard is null || row.WriteStandard)
            return row;
        if (row.Flow == Flow.ToSalesforce)
            page.Add($"{standard} is a standard field of {recordType}, and the row flows to Salesforce.", "Say writeStandard: true, or give the row a field of its own.");
        return row.Flow == Flow.Both ? row with { Flow = Flow.ToPartnerCentral } : row;
    }

    private static void Follows(RowPage page, Row row, string recordType)
    {
        if (row.Follows is not { } follows)
            return;
        var overLookup = follows.Path.StartsWith(CoSellFields.OpportunityRelation + ".", StringComparison.Ordinal);
        if (ApiName.IsCustom(recordType) && !overLookup)
            page.Add($"it follows '{follows.Path}', which is not over the lookup.", $"Begin the path with {CoSellFields.OpportunityRelation}.");
        if (!ApiName.IsCustom(recordType) && overLookup)
            page.Add($"it follows '{follows.Path}', and {recordType} has no such lookup.", $"Write the path from {recordType}, such as Account.Industry.");
    }
}
