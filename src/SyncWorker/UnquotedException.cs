using SyncWorker.Remote;

namespace SyncWorker;

/// <summary>
/// An unexpected exception as the log may tell it: its kind and where it came from. Its own words may quote a customer's value ("the input string '…' was not in a correct format"), so
/// they are left out; those of <see cref="RemoteException"/> hold codes only.
/// </summary>
internal sealed class UnquotedException : Exception
{
    private readonly Exception _error;

    private UnquotedException(Exception error)
        : base(error.GetType().Name) => _error = error;

    public override string? StackTrace => _error.StackTrace;

    public static Exception Of(Exception error) => error is RemoteException ? error : new UnquotedException(error);

    public override string ToString()
    {
        var text = $"{_error.GetType()}{Environment.NewLine}{_error.StackTrace}";
        return _error.InnerException is { } inner ? $"{text}{Environment.NewLine}---> {Of(inner)}" : text;
    }
}
