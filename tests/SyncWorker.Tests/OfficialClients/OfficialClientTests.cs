namespace SyncWorker.Tests.OfficialClients;

/// <summary>Clients that other people wrote, unmodified and pinned, against <c>emulate</c>. What they expect stands in tests/clients.</summary>
public sealed class OfficialClientTests(Emulate emulate) : IClassFixture<Emulate>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [NodeTheory]
    [InlineData("partner-originated", "AWS")]
    [InlineData("partner-originated", "Sandbox")]
    [InlineData("aws-originated", "AWS")]
    [InlineData("aws-originated", "Sandbox")]
    [InlineData("associations", "AWS")]
    [InlineData("associations", "Sandbox")]
    [InlineData("engagements", "AWS")]
    [InlineData("engagements", "Sandbox")]
    [InlineData("errors", "AWS")]
    [InlineData("errors", "Sandbox")]
    [InlineData("client-tokens", "AWS")]
    [InlineData("client-tokens", "Sandbox")]
    [InlineData("pages", "AWS")]
    [InlineData("pages", "Sandbox")]
    [InlineData("switches", "AWS")]
    [InlineData("switches", "Sandbox")]
    public Task AWSs_own_client_cannot_tell_the_emulator_apart(string flow, string catalog) => PassAsync(flow, catalog);

    [NodeTheory]
    [InlineData("salesforce")]
    [InlineData("salesforce-core")]
    public Task The_usual_Salesforce_client_and_Salesforces_own_cannot_tell_the_emulator_apart(string client) => PassAsync(client);

    [Fact]
    public void No_file_of_the_clients_is_forgotten()
    {
        var run = typeof(OfficialClientTests).GetMethod(nameof(AWSs_own_client_cannot_tell_the_emulator_apart))!.GetCustomAttributesData()
            .Where(a => a.AttributeType == typeof(InlineDataAttribute))
            .Select(a => (IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!)
            .Select(row => (string)row[0].Value!);

        var files = Directory.EnumerateFiles(NodePackages.Folder, "*.test.js").Select(f => Path.GetFileName(f)[..^".test.js".Length]);
        Assert.Equal(files.Order(), run.Append("salesforce").Append("salesforce-core").Append("org-package").Distinct().Order());
    }

    private async Task PassAsync(string flow, string catalog = "")
    {
        var environment = new Dictionary<string, string> { ["EMULATED"] = emulate.FirstLine, ["CATALOG"] = catalog, ["APP_KEY"] = emulate.App.Key, ["APP_CERTIFICATE"] = emulate.App.Certificate, ["NODE_NO_WARNINGS"] = "1" };

        var ended = await Command.RunAsync("node", ["--test", "--test-reporter=spec", $"{flow}.test.js"], NodePackages.Folder, environment, Patience);

        if (!ended.Succeeded) Assert.Fail(ended.Output);
    }
}
