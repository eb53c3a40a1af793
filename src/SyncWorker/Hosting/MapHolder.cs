using System.Collections.Immutable;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Hosting;

/// <summary>The field map in use. A changed map is swapped in whole once it is checked; a bad one leaves the last good one running.</summary>
internal sealed class MapHolder(FieldMap map)
{
    private volatile FieldMap _current = map;
    private ImmutableArray<Finding> _findings = [];

    public FieldMap Current => _current;

    /// <summary>What is wrong with the files as they stand; empty while the map in use is what they say.</summary>
    public ImmutableArray<Finding> Findings => _findings;

    /// <summary>Takes a checked map, or keeps the last good one where there are findings.</summary>
    /// <returns>Whether the map was taken.</returns>
    public bool Take(FieldMapResult result)
    {
        _findings = result.Findings;
        if (result.Map is not { } map || !result.Findings.IsEmpty) return false;
        _current = map;
        return true;
    }
}
