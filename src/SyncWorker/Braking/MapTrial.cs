using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.Remote;
using SyncWorker.Salesforce;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Braking;

/// <summary>
/// The first run by a changed field map, or by one whose row is back: before anything is written by it, opportunities of which nobody changed anything are planned by it. What these plans
/// would write, the map alone is the reason for; where that is much, or overwrites at AWS what a field held that was gone, the connection brakes.
/// </summary>
internal sealed class MapTrial(Settler settler, ISyncStore store, MapHolder maps, Brakes brakes, TimeProvider time, ILogger<MapTrial> logger)
{
    // Enough to tell a map that rewrites everything from one that fills a row, in a few minutes of AWS's quota.
    private const int LooksMax = 500;

    // So many that cannot be read in a row are no longer the records' own fault.
    private const int UnreadMax = 5;

    // Nobody waits longer than this without being told.
    private static readonly TimeSpan UntriedMax = TimeSpan.FromHours(1);

    private readonly Queue<string> _unread = [];
    private Queue<string> _left = [];
    private Tried? _tried;
    private string? _readable;
    private string? _overwritten;
    private int _looks;
    private int _writes;
    private int _inARow;
    private DateTimeOffset? _unreadSince;

    /// <summary>Goes on with the trial where the map is a changed one, or a row of it is back.</summary>
    /// <param name="end">When the turn ends.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether the trial is over, or none is needed.</returns>
    /// <exception cref="RemoteException">So few could be read that they tell nothing of the map: the next drain goes on with the others, and asks for these again.</exception>
    public async Task<bool> IsOverAsync(DateTimeOffset end, CancellationToken cancellation)
    {
        // While a brake holds nothing is written by any map; what there is to try is tried after the release.
        if (brakes.Held is not null) return true;
        var map = maps.Given.Fingerprint;
        var tried = new Tried(map, map.Length > 0 && map != brakes.Map, brakes.LeftOut.Except(maps.LeftOut));
        if (tried.IsNothing || (tried.IsChanged && brakes.Map is null))
        {
            if (!tried.IsNothing) await brakes.TakeAsync(tried, cancellation);
            return IsOver();
        }

        if (!tried.Is(_tried)) await BeginAsync(tried, cancellation);
        while (_left.Count + _unread.Count > 0)
        {
            if (time.GetUtcNow() >= end) return false;
            if (await NextAsync(cancellation) is { } failure)
            {
                if (!IsTooLong(failure)) throw failure;
                await brakes.HoldUntriedAsync($"{tried.Name} could not be tried for an hour: {failure.Operation} fails with {failure.Code}. It is tried again after the release", cancellation);
                return IsOver();
            }

            if (WhyNot(tried) is { } why)
            {
                await brakes.HoldAsync(tried, why, cancellation);
                return IsOver();
            }
        }

        await brakes.TakeAsync(tried, cancellation);
        Log.MapTried(logger, tried.Name, _looks, _writes);
        return IsOver();
    }

    /// <summary>Whether nothing could be read for so long. What waits for a quota says until when.</summary>
    private bool IsTooLong(RemoteException failure)
    {
        if (failure.RetryAt is not null) return false;
        _unreadSince ??= time.GetUtcNow();
        return time.GetUtcNow() - _unreadSince >= UntriedMax;
    }

    /// <summary>Why a person has to look first, by what was planned so far; null where nobody has to.</summary>
    private string? WhyNot(Tried tried) => _overwritten is { } overwritten ? $"{overwritten}, of which nobody changed anything: the org lacked its field, and has it again"
        : brakes.WritesTooMuch(_writes) ? $"by {tried.Name} {_writes} of the first {_looks} opportunities would be written, of which nobody changed anything" : null;

    /// <summary>What comes up next is tried anew, be it the same.</summary>
    private bool IsOver()
    {
        _tried = null;
        return true;
    }

    private async Task BeginAsync(Tried tried, CancellationToken cancellation)
    {
        var links = await store.EachLinkAsync(cancellation).Where(IsSettled).Select(l => l.Link.Id).ToArrayAsync(cancellation);

        // Evenly over old and new ones.
        var step = Math.Max(1, links.Length / (double)LooksMax);
        _left = new Queue<string>(Enumerable.Range(0, Math.Min(links.Length, LooksMax)).Select(i => links[(int)(i * step)]));
        _unread.Clear();
        (_tried, _readable, _overwritten, _looks, _writes, _inARow, _unreadSince) = (tried, null, null, 0, 0, 0, null);
    }

    /// <returns>Why the trial cannot go on now; null where it can.</returns>
    private Task<RemoteException?> NextAsync(CancellationToken cancellation) => _left.Count > 0 ? FirstAsync(_left.Dequeue(), cancellation) : AgainAsync(_unread.Dequeue(), cancellation);

    private async Task<RemoteException?> FirstAsync(string linkId, CancellationToken cancellation)
    {
        if (await LookAsync(linkId, cancellation) is not { } failure)
        {
            _inARow = 0;
            return null;
        }

        _unread.Enqueue(linkId);
        if (++_inARow < UnreadMax) return null;
        _inARow = 0;
        return failure;
    }

    /// <summary>One that could not be read is asked again after the others. Where one of those still can be read, it is about this one alone, and they tell.</summary>
    private async Task<RemoteException?> AgainAsync(string linkId, CancellationToken cancellation)
    {
        if (await LookAsync(linkId, cancellation) is not { } failure) return null;
        if (_readable is { } readable && await LookAsync(readable, cancellation, counts: false) is null) return null;
        _unread.Enqueue(linkId);
        return failure;
    }

    /// <returns>Why it could not be read, where that may be so of all; null where it was read, or cannot be by its own fault.</returns>
    private async Task<RemoteException?> LookAsync(string linkId, CancellationToken cancellation, bool counts = true)
    {
        if (await store.GetAsync(linkId, cancellation) is not { } link) return null;
        try
        {
            var (view, _, plan) = await settler.LookOnlyAsync(link, null, cancellation);
            (_readable, _unreadSince) = (linkId, null);
            if (!counts || IsChanged(link, Side.Salesforce, view) || IsChanged(link, Side.PartnerCentral, view)) return null;
            _looks++;
            if (_tried!.Writes(plan)) _writes++;
            if (_tried.Overwrites(plan, view.Map, view.Salesforce?.Record) is { } row) _overwritten = $"{row} would be overwritten at AWS, first of {link.Link.OpportunityId}";
            return null;
        }
        catch (RemoteException unread) when (Parking.IsItsOwn(unread) && !SalesforceErrors.IsOfTheOrg(unread))
        {
            // The others tell.
            return null;
        }
        catch (RemoteException unread)
        {
            return unread;
        }
    }

    private static bool IsSettled(LinkState link) => !link.Baseline.Rows.IsEmpty && link.Link is { RecordId: not null, OpportunityId: not null };

    /// <summary>What somebody changed is no work of the map; a record that cannot be read tells nothing.</summary>
    private static bool IsChanged(LinkState link, Side side, View view) => view.Of(side)?.LastModified is not { } version || Unsettled.IsOf(link, side, version, DateTimeOffset.MinValue);
}
