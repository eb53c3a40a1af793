using SyncWorker.Hosting;

namespace SyncWorker.Commands;

/// <summary>A problem of configuration is told in words, with exit code 2 and no stack trace.</summary>
internal static class Guard
{
    /// <summary>The exit code of a configuration that does not let the worker start.</summary>
    public const int BadConfiguration = 2;

    public static async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (ConfigurationProblemException problem)
        {
            await Console.Error.WriteLineAsync(problem.Problems.Count == 1 ? "The configuration has a problem:" : $"The configuration has {problem.Problems.Count} problems:");
            foreach (var line in problem.Problems) await Console.Error.WriteLineAsync("  - " + line);
            return BadConfiguration;
        }
    }
}
