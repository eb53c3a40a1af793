namespace SyncWorker.Remote;

/// <summary>Reads of things that may not exist.</summary>
internal static class Missing
{
    /// <summary>Null where the remote says that there is no such thing, or that it is not ours to see.</summary>
    public static async Task<T?> AsNull<T>(Task<T> read) where T : class
    {
        try
        {
            return await read;
        }
        catch (RemoteException missing) when (missing.Kind == RemoteErrorKind.Missing)
        {
            return null;
        }
    }
}
