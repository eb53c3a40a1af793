using System.Text.Json.Nodes;
using SyncWorker.Simulation.People;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Oracle;

/// <summary>Whether each deal has exactly one counterpart. Counted in the two systems and against what people made; the worker is not asked.</summary>
internal sealed class Counterparts
{
    private readonly Universe _universe;

    public Counterparts(Universe universe, NewDeals deals)
    {
        _universe = universe;
        JsonObject[] records = [.. universe.Salesforce.Records(universe.Map.RecordType).Select(r => (JsonObject)r!)];
        JsonObject[] opportunities = [.. universe.PartnerCentral.Opportunities().Select(o => (JsonObject)o!["opportunity"]!)];
        foreach (var record in records) universe.Trace.Say($"  record {Text(record, "Id")} of {Text(record, "Opportunity__c") ?? "-"}, number {Text(record, "APN_CRM_Unique_Identifier__c") ?? "-"}, Clazar Id {Text(record, "Clazar_Id__c") ?? "-"}");
        foreach (var opportunity in opportunities) universe.Trace.Say($"  opportunity {Text(opportunity, "Id")}, identifier {Text(opportunity, "PartnerOpportunityIdentifier") ?? "-"}, {opportunity["Project"]?["Title"]}");
        var ofShared = opportunities.ToLookup(o => Text(o, "PartnerOpportunityIdentifier") is { } identifier && deals.Shared.ContainsKey(identifier) ? identifier : null);
        foreach (var (shared, count) in deals.Shared)
        {
            Compare($"co-sell records of {shared}", records.Count(r => Text(r, "Opportunity__c") == shared), count);
            Compare($"opportunities of {shared}", ofShared[shared].Count(), count);
        }

        Compare("opportunities that were made in Partner Central or referred", ofShared[null].Count(), deals.ToSalesforce);
        Compare("co-sell records", records.Length, deals.ToPartnerCentral + deals.ToSalesforce);
        foreach (var opportunity in opportunities) Compare($"co-sell records with the number {Text(opportunity, "Id")}", records.Count(r => Text(r, "APN_CRM_Unique_Identifier__c") == Text(opportunity, "Id")), 1);
        foreach (var record in records.Where(r => Text(r, "APN_CRM_Unique_Identifier__c") is null)) Compare($"numbers of {Text(record, "Id")} ({Text(record, "Sync_Status__c")} {Text(record, "Sync_Error__c")})", 0, 1);
    }

    /// <summary>How many there are too many.</summary>
    public int Duplicates { get; private set; }

    /// <summary>How many are missing.</summary>
    public int Orphans { get; private set; }

    private void Compare(string what, int are, int shouldBe)
    {
        if (are == shouldBe) return;
        Duplicates += Math.Max(0, are - shouldBe);
        Orphans += Math.Max(0, shouldBe - are);
        _universe.Violate($"I5 {are} instead of {shouldBe} {what}");
    }

    private static string? Text(JsonObject document, string member) => document[member]?.GetValue<string>();
}
