using Microsoft.Extensions.Logging;
using SyncWorker.Simulation.Faults;

namespace SyncWorker.Simulation.Worlds;

/// <summary>Hears what the worker logs. An exception that no fault explains is a bug of the worker, however well it was survived.</summary>
internal sealed class HeardLogs(Trace trace, Action<string> bug) : ILoggerProvider, ILogger
{
    private static readonly HashSet<string> Explained =
    [
        nameof(StoreFailedException), nameof(ProcessEndedException), nameof(OperationCanceledException), nameof(TaskCanceledException), "RemoteException", "ConnectionStoppedException",
    ];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning || (trace.IsOn && logLevel >= LogLevel.Information);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        if (exception is not null && !IsExplained(exception)) bug($"{exception.Message} in: {formatter(state, exception)}{(trace.IsOn ? exception : "")}");
        if (trace.IsOn) trace.Say($"  log: {formatter(state, exception)} {exception?.Message}");
    }

    public void Dispose()
    {
    }

    /// <summary>The worker logs an exception by its type's name alone.</summary>
    public static bool IsExplained(Exception exception) => Explained.Contains(exception.GetType().Name) || (exception.GetType().Name == "UnquotedException" && Explained.Contains(exception.Message));
}
