using Microsoft.Extensions.Options;

namespace SyncWorker.Tests.Hosting;

/// <summary>Options that a test gives, or that throw.</summary>
internal sealed class GivenOptions<T>(Func<T> current) : IOptionsMonitor<T>
{
    public T CurrentValue => current();

    public T Get(string? name) => current();

    public IDisposable? OnChange(Action<T, string?> listener) => null;
}
