using System.Collections.Concurrent;

namespace SyncWorker.Hosting;

/// <summary>Changed settings that could not be taken, so that the last good ones run on. Each is logged once and shows in health until it is mended.</summary>
internal sealed class RefusedSettings(ILogger<RefusedSettings> logger)
{
    private readonly ConcurrentDictionary<string, string> _problems = new();

    /// <summary>All problems, for a person on call.</summary>
    public IReadOnlyCollection<string> Problems => [.. _problems.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value)];

    /// <summary>Notes how a part of the settings stands now.</summary>
    /// <returns>Whether it may be taken.</returns>
    public bool Accepts(string part, IReadOnlyList<string> problems)
    {
        if (problems.Count == 0)
        {
            if (_problems.TryRemove(part, out _)) Log.SettingsMended(logger, part);
            return true;
        }

        // An editor that saves twice, or a change of another section, says nothing new.
        var words = string.Join(" · ", problems);
        var before = _problems.GetValueOrDefault(part);
        _problems[part] = words;
        if (words != before) Log.SettingsRefused(logger, words);
        return false;
    }
}
