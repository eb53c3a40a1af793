using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace SyncWorker.Hosting;

/// <summary>
/// Options that change while the worker runs, and only for the better: a change is checked, then swapped in whole, and a bad one leaves the last good options in use. The framework's own
/// monitor would throw at every look instead, and nothing would be settled until somebody mends the file.
/// </summary>
internal sealed class LastGoodOptions<T> : IOptionsMonitor<T>, IDisposable
    where T : class, new()
{
    private readonly SettingsSection<T> _section;
    private readonly SettingsFile _file;
    private readonly RefusedSettings _refused;
    private readonly IEnumerable<ISettingsSection> _sections;
    private readonly IOptionsFactory<T> _factory;
    private readonly IDisposable _watch;
    private volatile T _current;
    private Action<T, string?>? _listeners;

    public LastGoodOptions(SettingsSection<T> section, IEnumerable<ISettingsSection> sections, SettingsFile file, RefusedSettings refused, IOptionsFactory<T> factory, IConfiguration configuration)
    {
        (_section, _sections, _file, _refused, _factory) = (section, sections, file, refused, factory);
        _current = factory.Create(Options.DefaultName);
        _watch = ChangeToken.OnChange(configuration.GetReloadToken, Look);
    }

    public T CurrentValue => _current;

    public T Get(string? name) => _current;

    public IDisposable OnChange(Action<T, string?> listener)
    {
        _listeners += listener;
        return new Listening(this, listener);
    }

    public void Dispose() => _watch.Dispose();

    private void Look()
    {
        if (!_refused.Accepts(SettingsFile.Name, _file.Problems(_sections.Select(s => s.Name))) || !_refused.Accepts(_section.Name, _section.Problems())) return;
        _current = _factory.Create(Options.DefaultName);
        _listeners?.Invoke(_current, Options.DefaultName);
    }

    private sealed class Listening(LastGoodOptions<T> options, Action<T, string?> listener) : IDisposable
    {
        public void Dispose() => options._listeners -= listener;
    }
}
