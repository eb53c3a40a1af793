using System.Diagnostics;

namespace SyncWorker.Tests.OfficialClients;

/// <summary>A program that ran to its end: whether it succeeded, and all that it printed.</summary>
internal sealed record Command(bool Succeeded, string Output)
{
    public static async Task<Command> RunAsync(string program, string[] arguments, string folder, Dictionary<string, string> environment, TimeSpan patience)
    {
        using var process = new Process { StartInfo = Start(program, arguments, folder) };
        foreach (var (name, value) in environment) process.StartInfo.Environment[name] = value;
        process.Start();
        var printed = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var giveUp = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(giveUp.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new Command(false, $"{program} did not end within {patience}. {string.Join('\n', await printed)}");
        }

        return new Command(process.ExitCode == 0, string.Join('\n', await printed));
    }

    public static ProcessStartInfo Start(string program, string[] arguments, string folder) => new(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
