using SyncWorker.Core.Mapping;

namespace SyncWorker.Salesforce.Package;

/// <summary>The standard fields that rows follow, as permission sets name them. Every integration user may read users; what Salesforce requires takes no permission.</summary>
internal static class FollowedFields
{
    private const string Opportunity = "Opportunity";
    private const string Account = "Account";
    private const string Address = "Billing";
    private static readonly string[] AlwaysReadable = ["Id", "Name", "StageName", "CloseDate"];

    /// <summary>Fields that need a permission: <c>Account.Industry</c>. The parts of an address share one.</summary>
    public static IEnumerable<string> Of(FieldMap map) => Paths(map).Where(p => p.Object is Opportunity or Account && !AlwaysReadable.Contains(p.Field))
        .Select(p => p.Field.StartsWith(Address, StringComparison.Ordinal) ? $"{p.Object}.{Address}Address" : $"{p.Object}.{p.Field}").Distinct();

    /// <summary>The objects that hold them. Salesforce lets nobody read opportunities who may not read accounts.</summary>
    public static IEnumerable<string> Objects(FieldMap map) => Paths(map).Any() ? [Account, Opportunity] : [];

    private static IEnumerable<(string Object, string Field)> Paths(FieldMap map) =>
        from follows in map.Rows.Select(r => r.Follows).OfType<Follow>()
        let steps = follows.Path.Split('.')
        select (steps.Length == 2 ? Opportunity : steps[^2], steps[^1]);
}
