using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SyncWorker.Tests.Worlds;

/// <summary>Keeps what the worker logs, so that a test can look for what must or must not be there.</summary>
internal sealed class CollectedLogs : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>The least level that is kept.</summary>
    public LogLevel Least { get; set; } = LogLevel.Information;

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= Least;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
