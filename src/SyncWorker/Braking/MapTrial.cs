using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.Remote;
using SyncWorker.Salesforce;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Braking;

/// <summary>
/// The first run by a changed field map: before anything is written by it, opportunities of which nobody changed anything are planned by it. What these plans would write, the map alone is the
/// reason for; where that is much, the connection brakes.
/// </summary>
internal sealed class MapTrial(Settler settler, ISyncStore store, MapHolder maps, Brakes brakes, TimeProvider time, ILogger<MapTrial> logger)
{
    // Enough to tell a map that rewrites everything from one that fills a row, in a few minutes of AWS's quota.
    private const int LooksMax = 500;

    // So many that cannot be read in a row are no longer the records' own fault.
    private const int UnreadMax = 5;

    private readonly Queue<string> _unread = [];
    private Queue<string> _left = [];
    private string? _map;
    private string? _readable;
    private int _looks;
    private int _writes;
    private int _inARow;

    /// <summary>Goes on with the trial where the map is a changed one.</summary>
    /// <param name="end">When the turn ends.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether the trial is over, or none is needed.</returns>
    /// <exception cref="RemoteException">So few could be read that they tell nothing of the map: the next drain goes on with the others, and asks for these again.</exception>
    public async Task<bool> IsOverAsync(DateTimeOffset end, CancellationToken cancellation)
    {
        var map = maps.Given.Fingerprint;

        // While a brake holds nothing is written by any map; what there is to try is tried after the release.
        if (map.Length == 0 || map == brakes.Map || brakes.Held is not null) return true;
        if (brakes.Map is null)
        {
            await brakes.TakeMapAsync(map, cancellation);
            return true;
        }

        if (map != _map) await BeginAsync(map, cancellation);
        while (_left.Count + _unread.Count > 0)
        {
            if (time.GetUtcNow() >= end) return false;
            if (_left.Count > 0) await FirstAsync(_left.Dequeue(), cancellation);
            else await AgainAsync(_unread.Dequeue(), cancellation);
            if (!brakes.WritesTooMuch(_writes)) continue;
            _left.Clear();
            _unread.Clear();
            await brakes.MapWritesAsync(map, _writes, _looks, cancellation);
            return true;
        }

        await brakes.TakeMapAsync(map, cancellation);
        Log.MapTried(logger, _looks, _writes);
        return true;
    }

    private async Task BeginAsync(string map, CancellationToken cancellation)
    {
        var links = await store.EachLinkAsync(cancellation).Where(IsSettled).Select(l => l.Link.Id).ToArrayAsync(cancellation);

        // Evenly over old and new ones.
        var step = Math.Max(1, links.Length / (double)LooksMax);
        _left = new Queue<string>(Enumerable.Range(0, Math.Min(links.Length, LooksMax)).Select(i => links[(int)(i * step)]));
        _unread.Clear();
        (_map, _readable, _looks, _writes, _inARow) = (map, null, 0, 0, 0);
    }

    private async Task FirstAsync(string linkId, CancellationToken cancellation)
    {
        if (await LookAsync(linkId, cancellation) is not { } failure)
        {
            _inARow = 0;
            return;
        }

        _unread.Enqueue(linkId);
        if (++_inARow < UnreadMax) return;
        _inARow = 0;
        throw failure;
    }

    /// <summary>One that could not be read is asked again after the others. Where one of those still can be read, it is about this one alone, and they tell.</summary>
    private async Task AgainAsync(string linkId, CancellationToken cancellation)
    {
        if (await LookAsync(linkId, cancellation) is not { } failure) return;
        if (_readable is { } readable && await LookAsync(readable, cancellation, counts: false) is null) return;
        _unread.Enqueue(linkId);
        throw failure;
    }

    /// <returns>Why it could not be read, where that may be so of all; null where it was read, or cannot be by its own fault.</returns>
    private async Task<RemoteException?> LookAsync(string linkId, CancellationToken cancellation, bool counts = true)
    {
        if (await store.GetAsync(linkId, cancellation) is not { } link) return null;
        try
        {
            var (view, _, plan) = await settler.LookOnlyAsync(link, null, cancellation);
            _readable = linkId;
            if (!counts || IsChanged(link, Side.Salesforce, view) || IsChanged(link, Side.PartnerCentral, view)) return null;
            _looks++;
            if (!plan.IsQuiet) _writes++;
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
