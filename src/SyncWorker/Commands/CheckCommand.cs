using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Hosting;
using SyncWorker.Remote;
using SyncWorker.Salesforce;

namespace SyncWorker.Commands;

/// <summary>Validates the configuration and says what is missing; with an org in reach, which fields it lacks and which of its picklist values have no partner at AWS.</summary>
internal static class CheckCommand
{
    public static async Task<int> RunAsync(string? config, CancellationToken cancellation)
    {
        var folder = ConfigFolder.Find(config);
        await using var app = WorkerHost.Build(folder, logToStandardError: true);
        var map = app.Services.GetRequiredService<MapHolder>().Current;
        Console.WriteLine($"Configuration in {folder.Path}: {map.Rows.Length} rows, no problem found.");
        var client = app.Services.GetRequiredService<SalesforceClient>();
        try
        {
            var problems = await OrgAsync(client, map, cancellation);
            foreach (var problem in problems) Console.WriteLine("  - " + problem);
            Console.WriteLine(problems.Count == 0 ? "Salesforce: every mapped field and picklist value is there." : $"Salesforce: {problems.Count} problems.");
            return problems.Count == 0 ? 0 : Guard.BadConfiguration;
        }
        catch (RemoteException unreachable)
        {
            throw new ConfigurationProblemException([unreachable.IsAboutTheWorker ? unreachable.RemoteMessage : $"Salesforce:MyDomain {client.Org} did not answer as Salesforce does ({unreachable.Code}). Check the address and the network."]);
        }
    }

    private static async Task<List<string>> OrgAsync(SalesforceClient client, FieldMap map, CancellationToken cancellation)
    {
        var record = Fields(await client.DescribeAsync(map.RecordType, cancellation));
        var problems = map.Rows.Where(r => r.Flow != Flow.None)
            .SelectMany(r => r.Fields.Where(f => !record.ContainsKey(f)).Select(f => $"{r.Label}: the org has no field {map.RecordType}.{f}, or the integration user may not read it. Deploy the org package and assign its permission set.")).ToList();
        foreach (var row in map.Rows.Where(r => r is { Follows: not null, Values: not null }))
        {
            var path = row.Follows!.Path.Split('.');
            var standard = path.Length == 2 ? "Opportunity" : path[1];
            var fields = Fields(await client.DescribeAsync(standard, cancellation));
            if (!fields.TryGetValue(path[^1], out var field)) problems.Add($"{row.Label}: the org has no field {standard}.{path[^1]}, or the integration user may not read it.");
            else problems.AddRange(WithoutPartner(row, field).Select(v => $"{row.Label}: {standard}.{path[^1]} has the value '{v}', which has no partner at AWS. Add it to {row.Values!.Name} in picklists.yaml."));
        }

        return problems;
    }

    private static Dictionary<string, JsonNode> Fields(JsonObject describe) => ((JsonArray)describe["fields"]!).ToDictionary(f => f!["name"]!.GetValue<string>(), f => f!);

    private static IEnumerable<string> WithoutPartner(Row row, JsonNode field) => (field["picklistValues"] as JsonArray ?? [])
        .Where(v => v!["active"]?.GetValue<bool>() != false).Select(v => v!["value"]!.GetValue<string>())
        .Where(v => !row.Values!.Otherwise && !row.Values.Open && !row.Values.ToAws.ContainsKey(v) && !row.Values.Aws.Contains(v, StringComparer.OrdinalIgnoreCase));
}
