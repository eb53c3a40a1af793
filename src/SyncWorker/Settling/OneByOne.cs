using SyncWorker.Connections;
using SyncWorker.PartnerCentral;
using SyncWorker.Remote;
using SyncWorker.State;

namespace SyncWorker.Settling;

/// <summary>
/// Does something with one opportunity after another, and lets none that fails keep it from the others. What is about the worker itself stops it: no other would fare better. AWS denies access to
/// one opportunity in the same words as to all, and a call may stay without an answer because of what it asks for: only when the next one fares no better is that about the worker.
/// </summary>
internal sealed class OneByOne
{
    private bool _wasInDoubt;

    /// <returns>What it failed by; null where it went well.</returns>
    /// <exception cref="RemoteException">It is about the worker.</exception>
    public async Task<Exception?> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            _wasInDoubt = false;
            return null;
        }
        catch (RemoteException error) when (!IsAboutTheWorker(error))
        {
            return error;
        }
        catch (Exception error) when (error is not (RemoteException or ConnectionStoppedException or TakenOverException) && Parking.IsItsOwn(error))
        {
            return error;
        }
    }

    /// <summary>What an opportunity failed by, for people; it may hold customer data.</summary>
    public static string Words(Exception error) =>
        error is RemoteException remote ? $"{remote.Api} {remote.Operation} failed ({remote.Code}): {remote.RemoteMessage}" : $"{error.GetType().Name}: {error.Message}";

    private bool IsAboutTheWorker(RemoteException error)
    {
        if (!error.IsAboutTheWorker) return false;
        if (error.Code is not (PartnerCentralErrors.AccessDenied or RemoteException.Unanswered) || _wasInDoubt) return true;
        _wasInDoubt = true;
        return false;
    }
}
