using SyncWorker.Hosting;
using SyncWorker.Remote;
using SyncWorker.Salesforce;
using SyncWorker.Salesforce.Describes;

namespace SyncWorker.Commands;

/// <summary>Validates the configuration and says what is missing; with an org in reach, which of its fields do not fit the map, and which of its picklist values have no partner at AWS.</summary>
internal static class CheckCommand
{
    public static async Task<int> RunAsync(string? config, CancellationToken cancellation)
    {
        var folder = ConfigFolder.Find(config);
        await using var app = WorkerHost.Build(folder, logToStandardError: true);
        var map = app.Services.GetRequiredService<MapHolder>().Given;
        Console.WriteLine($"Configuration in {folder.Path}: {map.Rows.Length} rows, no problem found.");
        var client = app.Services.GetRequiredService<SalesforceClient>();
        try
        {
            var findings = FieldCheck.Of(map, await OrgObjects.ReadAsync(client, map, cancellation));
            foreach (var finding in findings) Console.WriteLine("  - " + finding);
            Console.WriteLine(findings.Count == 0 ? "Salesforce: every mapped field and picklist value is there." : $"Salesforce: {findings.Count} problems.");
            return findings.Count == 0 ? 0 : Guard.BadConfiguration;
        }
        catch (RemoteException unreachable)
        {
            throw new ConfigurationProblemException([unreachable.IsAboutTheWorker ? unreachable.RemoteMessage : $"Salesforce:MyDomain {client.Org} did not answer as Salesforce does ({unreachable.Code}). Check the address and the network."]);
        }
    }
}
