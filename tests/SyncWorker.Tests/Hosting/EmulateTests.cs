using System.Net;
using System.Net.Sockets;
using SyncWorker.Commands;
using SyncWorker.Hosting;

namespace SyncWorker.Tests.Hosting;

public sealed class EmulateTests : IAsyncDisposable
{
    private readonly ConfigCopy _config = new();

    public ValueTask DisposeAsync() => _config.DisposeAsync();

    [Fact]
    public async Task A_configuration_without_the_org_package_is_told()
    {
        var problem = await Assert.ThrowsAsync<ConfigurationProblemException>(() => EmulateCommand.RunAsync(_config.Folder.Path, 0, 0, 0, default));
        Assert.StartsWith($"The folder {_config.InFolder("salesforce")} is missing", Assert.Single(problem.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var problem = await Assert.ThrowsAsync<ConfigurationProblemException>(() => EmulateCommand.RunAsync(Repository.Config, 0, 0, port, default));
        Assert.Contains($":{port}: address already in use.", Assert.Single(problem.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("65536")]
    [InlineData("-1")]
    public void A_number_that_is_no_port_is_refused(string number) =>
        Assert.Contains("--control-port must be between 0 and 65535.", Verbs.Root().Parse(["emulate", "--control-port", number]).Errors.Select(e => e.Message));
}
