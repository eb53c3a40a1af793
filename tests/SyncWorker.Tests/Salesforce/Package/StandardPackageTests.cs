using SyncWorker.Configuration;
using SyncWorker.Salesforce.Package;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Salesforce.Package;

/// <summary>The package of the example in which the standard Opportunity is the co-sell record: fields and permission sets alone.</summary>
public sealed class StandardPackageTests : IDisposable
{
    private readonly StandardConfig _config = new();

    [Fact]
    public void The_orgs_own_object_and_pages_are_left_alone() => Assert.All(
        Files().Where(f => f.Path != "sfdx-project.json"),
        f => Assert.True(f.Path.StartsWith("force-app/main/default/objects/Opportunity/fields/", StringComparison.Ordinal) || f.Path.StartsWith("force-app/main/default/permissionsets/", StringComparison.Ordinal), f.Path));

    [Fact]
    public void No_standard_field_is_made() => Assert.All(Files().Where(f => f.Path.Contains("/fields/", StringComparison.Ordinal)), f => Assert.EndsWith("__c.field-meta.xml", f.Path));

    [Fact]
    public void The_worker_reads_what_it_follows_from_the_Account_and_people_keep_their_own_rights()
    {
        var integration = System.Xml.Linq.XElement.Parse(Files().Single(f => f.Path.EndsWith("Integration.permissionset-meta.xml", StringComparison.Ordinal)).Text);
        Assert.Equal(["Opportunity", "Account"], integration.All("object").Select(o => o.Value));
        Assert.Contains("Opportunity.AccountId", integration.All("field").Select(f => f.Value));
        Assert.DoesNotContain("Opportunity.StageName", integration.All("field").Select(f => f.Value));
        Assert.Empty(System.Xml.Linq.XElement.Parse(Files().Single(f => f.Path.EndsWith("Seller.permissionset-meta.xml", StringComparison.Ordinal)).Text).All("objectPermissions"));
    }

    /// <inheritdoc/>
    public void Dispose() => _config.Dispose();

    private IEnumerable<PackageFile> Files() => OrgPackage.Generate(FieldMapLoader.Load(_config.Folder).Map!);
}
