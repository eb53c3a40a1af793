using System.Collections.Immutable;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Hosting;

/// <summary>The field map in use. A changed map is swapped in whole once it is checked; a bad one leaves the last good one running. Rows whose fields the org lacks are left out of it.</summary>
internal sealed class MapHolder(FieldMap map)
{
    private const string Reason = "its field in the org does not fit";

    private readonly Lock _gate = new();
    private volatile FieldMap _given = map;
    private volatile FieldMap _current = map;
    private FieldMap? _taken;
    private ImmutableHashSet<string> _disabled = [];
    private ImmutableArray<Finding> _findings = [];

    /// <summary>The map in use: what the files say, without the rows that are disabled.</summary>
    public FieldMap Current => _current;

    /// <summary>The map as the files say it.</summary>
    public FieldMap Given => _given;

    /// <summary>The rows that the files say and the map in use is without.</summary>
    public IEnumerable<string> LeftOut => _given.Rows.Where(r => r.Flow != Flow.None && _current[r.Label].Flow == Flow.None).Select(r => r.Label);

    /// <summary>What is wrong with the files as they stand; empty while the map in use is what they say.</summary>
    public ImmutableArray<Finding> Findings => _findings;

    /// <summary>Takes a checked map, which is in use from the next pass on, or keeps the last good one where there are findings.</summary>
    /// <returns>Whether the map was taken.</returns>
    public bool Take(FieldMapResult result)
    {
        lock (_gate)
        {
            _findings = result.Findings;
            if (result.Map is not { } map || !result.Findings.IsEmpty) return false;
            _taken = map;
            return true;
        }
    }

    /// <summary>A pass begins. Until it ends it knows one map: one that was taken in its middle is neither tried yet nor held against the org.</summary>
    public void Enter()
    {
        lock (_gate)
        {
            if (_taken is not { } map) return;
            (_given, _current, _taken) = (map, map.Without(_disabled, Reason), null);
        }
    }

    /// <summary>Leaves rows out of the map, these and no others.</summary>
    public void Disable(ImmutableHashSet<string> labels)
    {
        lock (_gate)
        {
            if (labels.SetEquals(_disabled)) return;
            (_disabled, _current) = (labels, _given.Without(labels, Reason));
        }
    }
}
