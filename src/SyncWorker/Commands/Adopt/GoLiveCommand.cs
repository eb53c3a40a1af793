using SyncWorker.Adoption;
using SyncWorker.Commands.Status;
using SyncWorker.Connections;
using SyncWorker.Core.Adoption;
using SyncWorker.Hosting;
using SyncWorker.State;

namespace SyncWorker.Commands.Adopt;

/// <summary>Lets the connection write, all of it or named deals.</summary>
internal static class GoLiveCommand
{
    public static async Task<int> RunAsync(string? config, string? only, int? writes, CancellationToken cancellation)
    {
        var numbers = Numbers(only);
        await using var app = WorkerHost.Build(ConfigFolder.Find(config), logToStandardError: true);
        var store = app.Services.GetRequiredService<ISyncStore>();
        return await app.Services.GetRequiredService<Connection>().DoAsync(async c =>
        {
            var problems = await app.Services.GetRequiredService<GoLive>().RunAsync(numbers, writes, c);
            if (problems.Count == 0)
            {
                foreach (var line in await ModeWords.OfAsync(store, app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), c)) Console.WriteLine(line);
                return 0;
            }

            await Console.Error.WriteLineAsync("Not live:");
            foreach (var problem in problems) await Console.Error.WriteLineAsync("  - " + problem);
            return 1;
        }, cancellation);
    }

    private static string[] Numbers(string? only)
    {
        string[] given = only?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [];
        string[] wrong = [.. given.Where(g => OpportunityNumber.Read(g) is null)];
        if (wrong.Length > 0 || (only is not null && given.Length == 0))
            throw new ConfigurationProblemException([$"--only {only}: {(wrong.Length > 0 ? $"{string.Join(", ", wrong)} is no number of AWS's" : "no number is given")}. Write such as O1234567,O2345678."]);
        return [.. given.Select(g => OpportunityNumber.Read(g)!)];
    }
}
