using SyncWorker.Core.Mapping;

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
    public static IEnumerable<string> Objects(FieldMap map) => Paths(map).Any() ? [Account, Opportunity] : [];

    // Opportunity__r.Account.Industry needs AccountId of the Opportunity, and Industry of the Account.
    private static IEnumerable<(string Object, string Field)> Paths(FieldMap map) =>
        from follows in map.Rows.Select(r => r.Follows).OfType<Follow>()
        let steps = follows.Path.Split('.')
        from step in Enumerable.Range(1, steps.Length - 1)
        select (step == 1 ? Opportunity : steps[step - 1], step == steps.Length - 1 ? steps[step] : steps[step] + "Id");
}
