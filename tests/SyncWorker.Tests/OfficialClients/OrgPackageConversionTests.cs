namespace SyncWorker.Tests.OfficialClients;

/// <summary>The shipped org package in the hands of Salesforce's own library, unmodified and pinned. What it must find stands in tests/clients.</summary>
public sealed class OrgPackageConversionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [NodeFact]
    public async Task Salesforces_own_library_converts_the_package_without_a_complaint()
    {
        var environment = new Dictionary<string, string> { ["ORG_PACKAGE"] = Path.Combine(Repository.Config, "salesforce"), ["NODE_NO_WARNINGS"] = "1" };

        var ended = await Command.RunAsync("node", ["--test", "--test-reporter=spec", "org-package.test.js"], NodePackages.Folder, environment, Patience);

        if (!ended.Succeeded) Assert.Fail(ended.Output);
    }
}
