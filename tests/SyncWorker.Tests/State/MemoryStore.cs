using System.Runtime.CompilerServices;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.State;

namespace SyncWorker.Tests.State;

/// <summary>The in-memory twin of the store, for tests that run many worlds. It passes the same contract.</summary>
/// <param name="same">The store whose memory this one opens too, as another process does; null for an empty one.</param>
internal sealed class MemoryStore(MemoryStore? same = null) : ISyncStore
{
    private readonly Lock _lock = same?._lock ?? new();
    private readonly List<LinkState> _links = same?._links ?? [];
    private readonly List<JournalRecord> _journal = same?._journal ?? [];
    private readonly List<KnownOpportunity> _opportunities = same?._opportunities ?? [];
    private readonly Dictionary<string, string> _watermarks = same?._watermarks ?? [];
    private readonly Dictionary<string, SortedDictionary<DateTimeOffset, int>> _calls = same?._calls ?? [];
    private readonly Dictionary<string, long> _tickets = same?._tickets ?? [];
    private readonly Singles _singles = same?._singles ?? new();
    private long? _fence;

    public Task<long> TakeOverAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            CheckOwner();
            _fence = ++_singles.Fence;
            return Task.FromResult(_singles.Fence);
        }
    }

    public Task<LinkState?> GetAsync(string linkId, CancellationToken cancellation) => FindAsync(l => l.Id == linkId);

    public Task<LinkState?> FindByRecordAsync(string recordId, CancellationToken cancellation) => FindAsync(l => l.RecordId == recordId);

    public Task<LinkState?> FindByOpportunityAsync(string opportunityId, CancellationToken cancellation) => FindAsync(l => l.OpportunityId == opportunityId);

    public Task<LinkState?> FindByInvitationAsync(string invitationId, CancellationToken cancellation) => FindAsync(l => l.InvitationId == invitationId);

    public Task<LinkState?> FindByMappedObjectAsync(string mappedObjectId, CancellationToken cancellation) => FindAsync(l => l.MappedObjectId == mappedObjectId && !IsOver(l));

    public Task<LinkState?> FindUnfinishedAsync(string identifier, CancellationToken cancellation) =>
        Find(l => l.Link.OpportunityId is null && l.Baseline.Intent?.Identifier == identifier) is { } creating
            ? Task.FromResult<LinkState?>(creating) : FindAsync(l => l.OpportunityId is null && !IsOver(l) && !l.IsRecordDeleted && (l.MappedObjectId == identifier || l.RecordId == identifier));

    public Task<bool> IsCreatingAsync(string mappedObjectId, string exceptLinkId, CancellationToken cancellation)
    {
        lock (_lock) return Task.FromResult(_links.Exists(l => l.Link.Id != exceptLinkId && l.Baseline.Intent?.Identifier == mappedObjectId));
    }

    public Task<LinkState> AddAsync(Link link, CancellationToken cancellation)
    {
        lock (_lock)
        {
            CheckOwner();
            if (_links.Find(l => l.Link.Id == link.Id || SharesIdentity(l.Link, link)) is { } known) return Task.FromResult(known);
            var added = new LinkState(link, Baseline.Never, 0, 0, 0, 0, null);
            _links.Add(added);
            return Task.FromResult(added);
        }
    }

    public Task MarkAsync(IReadOnlyCollection<Mark> marks, CancellationToken cancellation)
    {
        lock (_lock)
        {
            CheckOwner();
            foreach (var mark in marks)
            {
                Change(mark.LinkId, l =>
                {
                    var waits = l.Due > l.Cleared;
                    if (!waits) _tickets[mark.LinkId] = ++_singles.Ticket;
                    return l with { Due = l.Due + 1, Priority = waits ? Math.Max(l.Priority, mark.Priority) : mark.Priority, NotBefore = mark.Priority < 0 && l.Failures > 0 ? l.NotBefore : null };
                });
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<LinkState>> DueAsync(DateTimeOffset now, int max, IReadOnlyCollection<string> only, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<LinkState>>(
                [.. _links.Where(l => l.Due > l.Cleared && (l.NotBefore is null || l.NotBefore <= now) && (only.Count == 0 || only.Contains(l.Link.OpportunityId))).OrderByDescending(l => l.Priority).ThenBy(l => _tickets[l.Link.Id]).Take(max)]);
        }
    }

    public Task<int> DueCountAsync(CancellationToken cancellation)
    {
        lock (_lock) return Task.FromResult(_links.Count(l => l.Due > l.Cleared));
    }

    public Task ClearAsync(string linkId, long upTo, CancellationToken cancellation) => ChangeAsync(linkId, l =>
    {
        if (l.Due > upTo) _tickets[linkId] = ++_singles.Ticket;
        return l with { Cleared = Math.Max(l.Cleared, upTo), Priority = l.Due > upTo ? l.Priority : 0, Failures = 0, NotBefore = null, OwnFailures = 0, ParkedAt = null };
    });

    public Task DelayAsync(string linkId, int failures, DateTimeOffset notBefore, CancellationToken cancellation) => ChangeAsync(linkId, l =>
    {
        if (l.IsAsked) return l;
        _tickets[linkId] = ++_singles.Ticket;
        return l with { Failures = failures, NotBefore = notBefore };
    });

    public Task FailAsync(string linkId, int failures, DateTimeOffset at, DateTimeOffset? notBefore, CancellationToken cancellation) => ChangeAsync(linkId, l =>
    {
        if (l.IsAsked) return l;
        _tickets[linkId] = ++_singles.Ticket;
        return l with { Failures = failures, OwnFailures = l.OwnFailures + 1, NotBefore = notBefore ?? DateTimeOffset.MaxValue, ParkedAt = notBefore is null ? l.ParkedAt ?? at : l.ParkedAt };
    });

    public Task<IReadOnlyList<string>> AskAsync(string? linkId, CancellationToken cancellation)
    {
        lock (_lock)
        {
            CheckOwner();
            string[] asked = [.. _links.Where(l => l.Link.Id == linkId || (linkId is null && (l.Failures > 0 || l.ParkedAt is not null || l.Baseline.ToolSince is not null))).Select(l => l.Link.Id)];
            foreach (var id in asked)
            {
                Change(id, l =>
                {
                    if (l.Due <= l.Cleared) _tickets[id] = ++_singles.Ticket;
                    return l with { Failures = 0, OwnFailures = 0, ParkedAt = null, NotBefore = null, IsAsked = true, Due = l.Due + 1 };
                });
            }

            return Task.FromResult<IReadOnlyList<string>>(asked);
        }
    }

    public Task BeginAskedAsync(string linkId, CancellationToken cancellation) => ChangeAsync(linkId, l => l with { IsAsked = false });

    public Task<int> ToolsCountAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        lock (_lock) return Task.FromResult(_links.Count(l => l.Baseline.ToolSince >= since));
    }

    public Task WakeAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            CheckOwner();
            for (var at = 0; at < _links.Count; at++)
            {
                if (_links[at].Failures == 0) _links[at] = _links[at] with { NotBefore = null };
            }
        }

        return Task.CompletedTask;
    }

    public Task<int> CountAsync(Side side, CancellationToken cancellation)
    {
        lock (_lock) return Task.FromResult(_links.Count(l => (side == Side.Salesforce ? l.Link.RecordId : l.Link.OpportunityId) is not null));
    }

    public Task RememberAsync(Link link, Baseline baseline, IReadOnlyCollection<JournalRecord> journal, CancellationToken cancellation)
    {
        lock (_lock)
        {
            CheckOwner();
            if (_links.Exists(l => l.Link.Id != link.Id && SharesIdentity(l.Link, link))) throw new InvalidOperationException($"Another link has an identity of {link.Id}.");
            if (!Change(link.Id, l => l with { Link = link, Baseline = baseline })) throw new InvalidOperationException($"The store has no link {link.Id}.");
            Add(journal);
            return Task.CompletedTask;
        }
    }

    public Task HandOverAsync(Link from, Link to, Baseline baseline, CancellationToken cancellation)
    {
        lock (_lock)
        {
            CheckOwner();
            if (_links.Exists(l => l.Link.Id != from.Id && l.Link.Id != to.Id && SharesIdentity(l.Link, to))) throw new InvalidOperationException($"Another link has an identity of {to.Id}.");
            if (!_links.Exists(l => l.Link.Id == to.Id) || !Change(from.Id, l => l with { Link = from })) throw new InvalidOperationException($"The store has no link {from.Id} or {to.Id}.");
            Change(to.Id, l => l with { Link = to, Baseline = baseline });
            return Task.CompletedTask;
        }
    }

    public Task ChangeBaselineAsync(string linkId, Func<Baseline, Baseline> change, IReadOnlyCollection<JournalRecord> journal, CancellationToken cancellation)
    {
        lock (_lock)
        {
            CheckOwner();
            if (!Change(linkId, l => l with { Baseline = change(l.Baseline) })) throw new InvalidOperationException($"The store has no link {linkId}.");
            Add(journal);
            return Task.CompletedTask;
        }
    }

    public Task AppendAsync(IReadOnlyCollection<JournalRecord> journal, CancellationToken cancellation)
    {
        lock (_lock)
        {
            CheckOwner();
            Add(journal);
            return Task.CompletedTask;
        }
    }

    public Task<IReadOnlyList<JournalRecord>> FindJournalAsync(long? number, string? reference, CancellationToken cancellation)
    {
        lock (_lock) return Task.FromResult<IReadOnlyList<JournalRecord>>([.. _journal.Where(j => j.Number == number || (reference is not null && j.Ref == reference))]);
    }

    public Task<IReadOnlyList<LinkState>> OpenReferralsAsync(CancellationToken cancellation)
    {
        lock (_lock) return Task.FromResult<IReadOnlyList<LinkState>>([.. _links.Where(l => l.Link.InvitationStatus == "PENDING" || l.Baseline.Intent?.Kind == StepKind.Accept || l.Link is { InvitationStatus: "ACCEPTED", OpportunityId: null })]);
    }

    public async IAsyncEnumerable<LinkState> EachLinkAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        LinkState[] all;
        lock (_lock) all = [.. _links];
        foreach (var link in all) yield return link;
        await Task.CompletedTask;
    }

    public Task<IReadOnlyList<JournalRecord>> JournalAsync(string? linkId, CancellationToken cancellation)
    {
        lock (_lock) return Task.FromResult<IReadOnlyList<JournalRecord>>([.. _journal.Where(j => linkId is null || j.LinkId == linkId)]);
    }

    public Task NoteAsync(IReadOnlyCollection<KnownOpportunity> opportunities, CancellationToken cancellation)
    {
        lock (_lock)
        {
            CheckOwner();
            foreach (var opportunity in opportunities)
            {
                var at = _opportunities.FindIndex(o => o.Id == opportunity.Id);
                if (at < 0) _opportunities.Add(opportunity);
                else _opportunities[at] = opportunity;
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<KnownOpportunity>> OpenOpportunitiesAsync(string mappedObject, string? website, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<KnownOpportunity>>(
                [.. _opportunities.Where(o => o.IsOpen && (o.MappedObject == mappedObject || (website is not null && o.Website == website)))]);
        }
    }

    public Task<string?> OrgAsync(CancellationToken cancellation)
    {
        lock (_lock) return Task.FromResult(_singles.Org);
    }

    public Task RememberOrgAsync(string orgId, CancellationToken cancellation)
    {
        lock (_lock)
        {
            CheckOwner();
            _singles.Org = orgId;
            return Task.CompletedTask;
        }
    }

    public Task<string?> WatermarkAsync(string name, CancellationToken cancellation)
    {
        lock (_lock) return Task.FromResult(_watermarks.GetValueOrDefault(name));
    }

    public Task MoveWatermarkAsync(string name, string value, CancellationToken cancellation)
    {
        lock (_lock)
        {
            CheckOwner();
            _watermarks[name] = value;
            return Task.CompletedTask;
        }
    }

    public Task<ConnectionState> ConnectionAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            CheckOwner();
            return Task.FromResult(_singles.Connection);
        }
    }

    public Task<ConnectionState> ChangeConnectionAsync(Func<ConnectionState, ConnectionState> change, CancellationToken cancellation)
    {
        lock (_lock)
        {
            CheckOwner();
            return Task.FromResult(_singles.Connection = change(_singles.Connection));
        }
    }

    public Task<IReadOnlyList<CallCount>> CallsAsync(string quota, CancellationToken cancellation)
    {
        lock (_lock) return Task.FromResult<IReadOnlyList<CallCount>>([.. Counts(quota).Select(c => new CallCount(c.Key, c.Value))]);
    }

    public Task CountCallsAsync(string quota, IReadOnlyCollection<CallCount> counts, DateTimeOffset forgetBefore, CancellationToken cancellation)
    {
        lock (_lock)
        {
            CheckOwner();
            var known = Counts(quota);
            foreach (var count in counts) known[count.Minute] = known.GetValueOrDefault(count.Minute) + count.Calls;
            foreach (var old in known.Keys.Where(m => m < forgetBefore).ToArray()) known.Remove(old);
            return Task.CompletedTask;
        }
    }

    private SortedDictionary<DateTimeOffset, int> Counts(string quota) => _calls.TryGetValue(quota, out var counts) ? counts : _calls[quota] = [];

    private static bool SharesIdentity(Link one, Link other) => (one.RecordId is not null && one.RecordId == other.RecordId)
        || (one.OpportunityId is not null && one.OpportunityId == other.OpportunityId) || (one.InvitationId is not null && one.InvitationId == other.InvitationId);

    private void Add(IEnumerable<JournalRecord> journal)
    {
        foreach (var record in journal) _journal.Add(record with { Number = _journal.Count + 1 });
    }

    private static bool IsOver(Link link) => link.InvitationStatus is "REJECTED" or "EXPIRED";

    private Task<LinkState?> FindAsync(Func<Link, bool> matches)
    {
        lock (_lock) return Task.FromResult(_links.Find(l => matches(l.Link)));
    }

    private LinkState? Find(Predicate<LinkState> matches)
    {
        lock (_lock) return _links.Find(matches);
    }

    private Task ChangeAsync(string linkId, Func<LinkState, LinkState> change)
    {
        lock (_lock)
        {
            CheckOwner();
            Change(linkId, change);
            return Task.CompletedTask;
        }
    }

    private bool Change(string linkId, Func<LinkState, LinkState> change)
    {
        lock (_lock)
        {
            var at = _links.FindIndex(l => l.Link.Id == linkId);
            if (at >= 0) _links[at] = change(_links[at]);
            return at >= 0;
        }
    }

    private void CheckOwner()
    {
        if (_fence is { } ours && ours != _singles.Fence) throw new TakenOverException(_singles.Fence, ours);
    }

    /// <summary>What there is one of.</summary>
    private sealed class Singles
    {
        public long Fence { get; set; }

        public long Ticket { get; set; }

        public string? Org { get; set; }

        public ConnectionState Connection { get; set; } = ConnectionState.New;
    }
}
