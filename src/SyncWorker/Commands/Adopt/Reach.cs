using SyncWorker.Connections;
using SyncWorker.Remote;

namespace SyncWorker.Commands.Adopt;

/// <summary>What a verb does with both sides. Where one cannot be worked with it is told in words, with exit code 1.</summary>
internal static class Reach
{
    public static async Task<int> RunAsync(IServiceProvider services, Func<CancellationToken, Task<int>> act, CancellationToken cancellation)
    {
        var code = 0;
        try
        {
            await services.GetRequiredService<Connection>().DoAsync(async c => code = await act(c), cancellation);
            return code;
        }
        catch (ConnectionStoppedException stopped)
        {
            await Console.Error.WriteLineAsync(stopped.Message);
        }
        catch (RemoteException refused)
        {
            await Console.Error.WriteLineAsync($"{refused.Api} {refused.Operation} failed ({refused.Code}): {refused.RemoteMessage}");
        }

        return 1;
    }
}
