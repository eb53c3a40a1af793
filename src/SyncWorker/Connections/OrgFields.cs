using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using SyncWorker.Braking;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Hosting;
using SyncWorker.Salesforce;
using SyncWorker.Salesforce.Describes;

namespace SyncWorker.Connections;

/// <summary>
/// Holds the map against the org's fields, at the start, when the map changes, from time to time, and when a query meets a field that is gone. A row whose field is missing is left out, and
/// the others go on; without the worker's own fields nothing does. All findings are told in one message, and told again only when they change.
/// </summary>
internal sealed class OrgFields(SalesforceClient client, MapHolder maps, Brakes brakes, IOptionsMonitor<SalesforceOptions> options, TimeProvider time, ILogger<OrgFields> logger)
{
    // What was mended is to work again soon; what is in order seldom breaks, and then a query says so.
    private static readonly TimeSpan Usually = TimeSpan.FromHours(1);
    private static readonly TimeSpan WhileBroken = TimeSpan.FromMinutes(15);

    private (FieldMap Map, SalesforceOptions Options, DateTimeOffset At)? _looked;
    private string _told = "";

    /// <summary>What does not fit.</summary>
    public IReadOnlyList<FieldFinding> Findings { get; private set; } = [];

    /// <summary>Why nothing can be synchronised; null while something can.</summary>
    public string? Problem { get; private set; }

    /// <summary>Looks where the last look does not hold any more.</summary>
    /// <exception cref="ConnectionStoppedException">Nothing can be synchronised.</exception>
    public async Task EnterAsync(CancellationToken cancellation)
    {
        if (_looked is not { } last || last.Map != maps.Given || last.Options != options.CurrentValue || time.GetUtcNow() - last.At >= (Findings.Count > 0 ? WhileBroken : Usually))
            await LookAsync(cancellation);
        if (Problem is { } problem) throw new ConnectionStoppedException(problem);
    }

    /// <summary>Looks again, because a query met a field that is gone.</summary>
    /// <returns>Whether the map in use is another one now.</returns>
    public async Task<bool> LookAgainAsync(CancellationToken cancellation)
    {
        var before = maps.Current;
        await LookAsync(cancellation);
        return Problem is null && maps.Current != before;
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        var (map, given) = (maps.Given, options.CurrentValue);
        var findings = FieldCheck.Of(map, await OrgObjects.ReadAsync(client, map, cancellation));
        var disabled = findings.Where(f => f.Effect == FindingEffect.Disables).Select(f => f.Row!.Label).ToImmutableHashSet();
        var isStopped = findings.Any(f => f.Effect == FindingEffect.Stops) || (given.MissingFieldsAreFatal && !disabled.IsEmpty);
        maps.Disable(disabled);
        await brakes.LeaveOutAsync([.. maps.LeftOut], cancellation);
        (Findings, _looked) = (findings, (map, given, time.GetUtcNow()));
        Problem = isStopped ? string.Join(" · ", findings.Where(f => f.Effect != FindingEffect.Told).Select(f => f.ToString())) : null;
        Tell(map, disabled);
    }

    private void Tell(FieldMap map, ImmutableHashSet<string> disabled)
    {
        var list = string.Concat(Findings.Select(f => Environment.NewLine + "  - " + f));
        if (list == _told) return;
        _told = list;
        var left = maps.LeftOut.ToArray();
        var needed = left.Where(l => map[l].Required || Requirements.IsNeeded(l)).ToArray();
        if (Findings.Count == 0) Log.FieldsMended(logger);
        else if (Problem is not null) Log.FieldsStop(logger, list);
        else if (needed.Length > 0) Log.NeededRowsDisabled(logger, string.Join(", ", needed), string.Join(", ", left), list);
        else if (!disabled.IsEmpty) Log.RowsDisabled(logger, string.Join(", ", left), list);
        else Log.FieldsTold(logger, list);
    }
}
