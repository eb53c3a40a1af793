using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Salesforce.Package;

/// <summary>The standard fields that rows follow, as permission sets name them, with the relations on the way. Every integration user may read users; what Salesforce requires takes no permission.</summary>
internal static class FollowedFields
{
    public const string Opportunity = "Opportunity";
    private const string Account = "Account";
    private const string Address = "Billing";

    /// <summary>What everybody who may read the object may read of it.</summary>
    public static readonly string[] AlwaysReadable = ["Id", "Name", "StageName", "CloseDate", "OwnerId"];

    /// <summary>Fields that need a permission: <c>Account.Industry</c>. The parts of an address share one.</summary>
    public static IEnumerable<string> Of(FieldMap map) => Paths(map).Where(p => p.Object is Opportunity or Account && !AlwaysReadable.Contains(p.Field))
        .Select(p => p.Field.StartsWith(Address, StringComparison.Ordinal) ? $"{p.Object}.{Address}Address" : $"{p.Object}.{p.Field}").Distinct();

    /// <summary>The objects that hold them. Salesforce lets nobody read opportunities who may not read accounts.</summary>
    public static IEnumerable<string> Objects(FieldMap map) => Paths(map).Any() ? new[] { Account, Opportunity }.Where(o => o != map.RecordType) : [];

    // Opportunity__r.Account.Industry needs the lookup of the co-sell record, which is a row of its own, AccountId of the Opportunity, and Industry of the Account.
    private static IEnumerable<(string Object, string Field)> Paths(FieldMap map) =>
        from follows in map.Rows.Select(r => r.Follows).OfType<Follow>()
        let steps = follows.Path.Split('.')
        from step in Enumerable.Range(0, steps.Length)
        where !(step == 0 && steps[0] == CoSellFields.OpportunityRelation)
        select (step == 0 ? map.RecordType : steps[step - 1] == CoSellFields.OpportunityRelation ? Opportunity : steps[step - 1], step == steps.Length - 1 ? steps[step] : steps[step] + "Id");
}
