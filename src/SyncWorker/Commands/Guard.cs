using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using SyncWorker.Connections;
using SyncWorker.Hosting;
using SyncWorker.Remote;
using SyncWorker.State;

namespace SyncWorker.Commands;

/// <summary>A problem of configuration is told in words, with exit code 2 and no stack trace.</summary>
internal static class Guard
{
    /// <summary>The exit code of a configuration that does not let the worker start.</summary>
    public const int BadConfiguration = 2;

    /// <summary>The exit code of what could not be done.</summary>
    public const int Failed = 1;

    /// <summary>The exit code of drift.</summary>
    public const int Drift = 3;

    public static async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (ConfigurationProblemException problem)
        {
            return await TellAsync(problem.Problems);
        }
        catch (UnusableStoreException unusable)
        {
            return await TellAsync([unusable.Message]);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            await Console.Error.WriteLineAsync($"The store is in use by another process: {busy.Message} Try again.");
            return Failed;
        }
        catch (DbException unusable)
        {
            return await TellAsync([$"The store cannot be used: {unusable.Message} Set State:Path to a file on a volume that the worker may write to."]);
        }
        catch (Exception failed) when (failed is VerbFailedException or ConnectionStoppedException or TakenOverException)
        {
            await Console.Error.WriteLineAsync(failed.Message);
            return Failed;
        }
        catch (RemoteException failed)
        {
            await Console.Error.WriteLineAsync($"{failed.Message}: {failed.RemoteMessage}{(failed.RequestId is { } request ? $" (request {request})" : "")}");
            return Failed;
        }
    }

    private static async Task<int> TellAsync(IReadOnlyList<string> problems)
    {
        await Console.Error.WriteLineAsync(problems.Count == 1 ? "The configuration has a problem:" : $"The configuration has {problems.Count} problems:");
        foreach (var line in problems) await Console.Error.WriteLineAsync("  - " + line);
        return BadConfiguration;
    }
}
