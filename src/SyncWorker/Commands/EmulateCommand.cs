using System.Net.Sockets;
using System.Text.Json;
using SyncWorker.Emulators;
using SyncWorker.Hosting;

namespace SyncWorker.Commands;

/// <summary>Serves both emulators until stopped, for other people's clients too.</summary>
internal static class EmulateCommand
{
    public static async Task<int> RunAsync(string? config, int salesforcePort, int partnerCentralPort, int controlPort, CancellationToken cancellation)
    {
        var folder = ConfigFolder.Find(config);
        using var world = new EmulatedWorld(TimeProvider.System, new EmulatedWorldOptions { SalesforceSource = folder.OrgPackage() });
        await using var host = await OpenAsync(world, new EmulatorPorts(salesforcePort, partnerCentralPort, controlPort), cancellation);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            salesforce = new { url = host.SalesforceUrl, clientId = world.SalesforceOptions.ClientId, clientSecret = world.SalesforceOptions.ClientSecret, username = world.SalesforceOptions.Username },
            partnerCentral = new { url = host.PartnerCentralUrl, region = world.PartnerCentralOptions.Region, accessKeyId = world.PartnerCentralOptions.AccessKeyId, secretAccessKey = world.PartnerCentralOptions.SecretAccessKey },
            control = new { url = host.ControlUrl },
        }));
        await Stopped.WaitAsync(cancellation);
        return 0;
    }

    private static async Task<EmulatorHost> OpenAsync(EmulatedWorld world, EmulatorPorts ports, CancellationToken cancellation)
    {
        try
        {
            return await EmulatorHost.StartAsync(world, ports, cancellation);
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            throw new ConfigurationProblemException([$"A port cannot be opened: {taken.Message} Choose another one, or leave the option out to take a free one."]);
        }
    }
}
