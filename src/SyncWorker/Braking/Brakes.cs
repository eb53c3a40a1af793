using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using SyncWorker.Core.Braking;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Hosting;
using SyncWorker.State;

namespace SyncWorker.Braking;

/// <summary>
/// The brake of the connection. What it holds for is in the store: it survives the process, and another process may release it, which is noticed with the next pass. Whoever releases takes in
/// everything as it stood then, so that the same cause does not brake again.
/// </summary>
internal sealed class Brakes(ISyncStore store, IOptionsMonitor<SyncOptions> options, TimeProvider time, ILogger<Brakes> logger)
{
    private ConnectionState _state = ConnectionState.New;

    /// <summary>What stops the connection from writing; null where nothing does.</summary>
    public Brake? Held => _state.Brake;

    /// <summary>The field map by which was written last; null before the first.</summary>
    public string? Map => _state.Map;

    /// <summary>The rows that were left out because the org lacked their fields, and were not tried since.</summary>
    public ImmutableSortedSet<string> LeftOut => _state.LeftOut;

    /// <summary>Whether a poll met changed records that may be too many, and has not come to its end: until it has, nothing may be written that it met.</summary>
    public bool IsCounting => !_state.Counting.IsEmpty;

    /// <summary>When a brake of a kind was released last: what stood so before was looked at by a person.</summary>
    public DateTimeOffset Released(BrakeKind kind) => _state.Released.GetValueOrDefault(kind, DateTimeOffset.MinValue);

    private BrakeLimits Limits => options.CurrentValue.Brakes.ToLimits();

    /// <summary>Looks at the brake anew, with each pass.</summary>
    public async Task EnterAsync(CancellationToken cancellation)
    {
        var now = await store.ConnectionAsync(cancellation);
        if (Held is { } released && (now.Brake is null || now.Brake == released.Behind)) Log.BrakeReleased(logger, released.Kind);
        if (Held is not null && now.Brake is null) await store.WakeAsync(cancellation);

        if (now.Brake is { } brake && brake != Held) Log.Braked(logger, brake.Kind, brake.Why);
        _state = now;
    }

    /// <summary>While a poll of a side meets changed records, before it marks them. A poll that ends before its last page, or with its process, has counted a part of them only.</summary>
    /// <param name="side">The side.</param>
    /// <param name="changed">How many it met so far.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task MetAsync(Side side, int changed, CancellationToken cancellation)
    {
        if (changed >= Limits.RecordsMin && !_state.Counting.Contains(side)) _state = await store.ChangeConnectionAsync(s => s with { Counting = s.Counting.Add(side) }, cancellation);
    }

    /// <summary>After a poll of a side, before its watermark moves.</summary>
    /// <param name="side">The side.</param>
    /// <param name="changed">How many linked records people or tools changed there since the last poll.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task PolledAsync(Side side, int changed, CancellationToken cancellation)
    {
        if (changed >= Limits.RecordsMin)
        {
            // What a brake of another kind holds meanwhile is not what a person looks at who releases it.
            var linked = await store.CountAsync(side, cancellation);
            if (Limits.AreManyChanges(changed, linked)) await HoldAsync(BrakeKind.ManyChanges, $"{changed} of {linked} linked records changed in one poll of {Name(side)}", cancellation);
        }

        if (_state.Counting.Contains(side)) _state = await store.ChangeConnectionAsync(s => s with { Counting = s.Counting.Remove(side) }, cancellation);
    }

    /// <summary>After a side listed all that it holds.</summary>
    /// <param name="side">The side.</param>
    /// <param name="count">How many records it listed.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task ListedAsync(Side side, int count, CancellationToken cancellation)
    {
        var name = $"{Name(side)} listed";
        var (before, now) = (Listed.Parse(await store.WatermarkAsync(name, cancellation)), new Listed(count, time.GetUtcNow()));
        var isSudden = Limits.IsSuddenlyEmpty(before.Count, count) && before.At > Released(BrakeKind.EmptySide);
        if (!isSudden) await store.MoveWatermarkAsync(name, now.ToString(), cancellation);
        else if (Held is null) await HoldAsync(BrakeKind.EmptySide, $"{Name(side)} lists {count} records, and listed {before.Count} before", cancellation);
    }

    /// <summary>Before what was decided for an opportunity is remembered or sent.</summary>
    /// <param name="link">The link.</param>
    /// <param name="plan">What was decided.</param>
    /// <param name="changedAt">When a side's record was changed last, by our clock.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task DecidedAsync(Link link, Plan plan, Func<Side, DateTimeOffset?> changedAt, CancellationToken cancellation)
    {
        if (Held is not null || !Limits.AreManyBlanks(plan)) return;
        var (blanks, released) = (BrakeLimits.Blanks(plan), Released(BrakeKind.ManyBlanks));

        // Where the blanks come from was looked at when such a brake was released.
        if (blanks.All(b => changedAt(b.To == Side.Salesforce ? Side.PartnerCentral : Side.Salesforce) <= released)) return;
        var rows = string.Join(", ", blanks.Select(b => b.Row).Distinct());
        await HoldAsync(BrakeKind.ManyBlanks, $"{blanks.Length} fields of {link.OpportunityId ?? link.Id} would be blanked: {rows}", cancellation);
    }

    /// <summary>Before a plan is remembered that may hold a row because another tool keeps changing it.</summary>
    /// <param name="before">What was remembered of the opportunity.</param>
    /// <param name="next">What is to be remembered.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task ToolAsync(Baseline before, Baseline next, CancellationToken cancellation)
    {
        if (Held is not null || next.ToolSince is null || next.ToolSince == before.ToolSince) return;
        var (yesterday, released) = (time.GetUtcNow() - TimeSpan.FromDays(1), Released(BrakeKind.AnotherTool));
        var since = released > yesterday ? released : yesterday;
        var records = await store.ToolsCountAsync(since, cancellation) + (before.ToolSince >= since ? 0 : 1);
        if (records > Limits.ToolRecordsMax) await HoldAsync(BrakeKind.AnotherTool, $"another tool keeps changing rows of {records} records back", cancellation);
    }

    /// <summary>Whether a changed map writes more than it may.</summary>
    public bool WritesTooMuch(int opportunities) => opportunities > Limits.MapWritesMax;

    /// <summary>Remembers the rows that are left out, so that they are tried once they are back.</summary>
    public async Task LeaveOutAsync(ImmutableSortedSet<string> rows, CancellationToken cancellation)
    {
        if (!rows.IsSubsetOf(LeftOut)) _state = await store.ChangeConnectionAsync(s => s with { LeftOut = s.LeftOut.Union(rows) }, cancellation);
    }

    /// <summary>What was tried must not be written before a person looked at it. Whoever releases the brake takes the map and the rows that are back.</summary>
    /// <param name="tried">What was tried.</param>
    /// <param name="why">What came of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task HoldAsync(Tried tried, string why, CancellationToken cancellation) => HoldAsync(BrakeKind.ChangedMap, why, cancellation, tried.Taken);

    /// <summary>What there is to try could not be tried for long. It is tried anew after the release.</summary>
    public Task HoldUntriedAsync(string why, CancellationToken cancellation) => HoldAsync(BrakeKind.ChangedMap, why, cancellation);

    /// <summary>Remembers the map, and the rows that are back, by which is written from now on.</summary>
    public async Task TakeAsync(Tried tried, CancellationToken cancellation) => _state = await store.ChangeConnectionAsync(tried.Taken, cancellation);

    private async Task HoldAsync(BrakeKind kind, string why, CancellationToken cancellation, Func<ConnectionState, ConnectionState>? also = null)
    {
        var brake = new Brake(kind, why, time.GetUtcNow());
        _state = await store.ChangeConnectionAsync(
            s => s.Brake is not { } held ? (also?.Invoke(s) ?? s) with { Brake = brake } : held.Kind == kind || held.Behind is not null ? s : s with { Brake = held with { Behind = brake } }, cancellation);
        if (_state.Brake == brake || _state.Brake?.Behind == brake) Log.Braked(logger, kind, why);
    }

    private static string Name(Side side) => side == Side.Salesforce ? "Salesforce" : "Partner Central";
}
