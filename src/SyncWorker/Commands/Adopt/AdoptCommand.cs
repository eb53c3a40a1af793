using SyncWorker.Adoption;
using SyncWorker.Connections;
using SyncWorker.Hosting;
using SyncWorker.State;

namespace SyncWorker.Commands.Adopt;

/// <summary>Day one: pairs what exists at AWS with Salesforce, in a file that people decide in, and carries out what they decided.</summary>
internal static class AdoptCommand
{
    public const string File = "adopt.csv";

    public static async Task<int> RunAsync(string? config, string file, bool apply, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(file);
        if (apply && !System.IO.File.Exists(path)) throw new ConfigurationProblemException([$"{file} is not there. Write it with adopt, or name another with --file."]);
        if (!apply && System.IO.File.Exists(path)) throw new ConfigurationProblemException([$"{file} is there already, and may hold decisions. Apply it with --apply, delete it, or name another with --file."]);
        await using var app = WorkerHost.Build(ConfigFolder.Find(config), logToStandardError: true);
        return await RunAsync(app.Services, file, path, apply, cancellation);
    }

    public static async Task<int> RunAsync(IServiceProvider services, string file, string path, bool apply, CancellationToken cancellation)
    {
        if (apply && (await services.GetRequiredService<ISyncStore>().ConnectionAsync(cancellation)).WhyHeld is { } why) throw new VerbFailedException($"Nothing is adopted, because {why}");
        return await services.GetRequiredService<Connection>().DoAsync(c => apply ? ApplyAsync(services, file, path, c) : ListAsync(services, file, path, c), cancellation);
    }

    private static async Task<int> ListAsync(IServiceProvider services, string file, string path, CancellationToken cancellation)
    {
        var lines = await services.GetRequiredService<AdoptList>().LinesAsync(cancellation);
        try
        {
            await using var writer = new StreamWriter(path, append: false, AdoptFile.Encoding);
            AdoptFile.Write(writer, lines);
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationProblemException([$"{file} cannot be written: {unwritten.Message} Name another with --file."]);
        }

        AdoptLine[] deals = [.. lines.Where(l => l.Row.Length == 0)];
        Console.WriteLine($"{file}: {deals.Length} opportunities at AWS without a decision, {deals.Count(d => d.Decision.Length == 0)} of them for a person to decide; {lines.Count - deals.Length} rows differ. Nothing was changed on either side.");
        Console.WriteLine($"Fill in the column {AdoptFile.Decision}, then: adopt --apply --file {file}");
        AdoptLine[] unread = [.. deals.Where(d => d.Unread is not null)];
        if (unread.Length > 0) await Console.Error.WriteLineAsync($"{unread.Length} could not be read: in which rows they differ, or what they match, is not said.");
        foreach (var deal in unread) await Console.Error.WriteLineAsync($"  - {deal.Aws}: {deal.Unread}");
        return unread.Length == 0 ? 0 : Guard.Failed;
    }

    private static async Task<int> ApplyAsync(IServiceProvider services, string file, string path, CancellationToken cancellation)
    {
        using var reader = Opened(file, path);
        var applied = await services.GetRequiredService<Decisions>().ApplyAsync(file, reader, cancellation);
        foreach (var failed in applied.Failed) await Console.Error.WriteLineAsync("  - " + failed);
        Console.WriteLine(applied);
        return applied.Failed.Count == 0 ? 0 : 1;
    }

    private static StreamReader Opened(string file, string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationProblemException([$"{file} cannot be read: {unread.Message} Close it where it is open, or name another with --file."]);
        }
    }
}
