using System.Text.Json.Nodes;
using SyncWorker.Connections;
using SyncWorker.PartnerCentral;
using SyncWorker.State;

namespace SyncWorker.Polling;

/// <summary>
/// The referrals whose acceptance is open, and those that somebody answered in AWS's own screens: until it is known what such an acceptance made, an opportunity that no link knows may be that,
/// and nobody gives it a link of its own.
/// </summary>
internal sealed class OpenAcceptances(PartnerCentralClient client, ISyncStore store, Mode mode)
{
    /// <summary>Whether there is any. To be asked once the opportunity was seen: the invitation that made it is not pending any more then.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellation) => (await LookAsync(client.ListPendingInvitationsAsync, cancellation)).Any;

    /// <summary>The same, where the pending invitations were listed already.</summary>
    /// <returns>Whether there is any, and the referrals that were answered elsewhere.</returns>
    public Task<(bool Any, IReadOnlyList<LinkState> Answered)> LookAsync(IReadOnlyList<JsonObject> pending, CancellationToken cancellation) => LookAsync(_ => Task.FromResult(pending), cancellation);

    private async Task<(bool Any, IReadOnlyList<LinkState> Answered)> LookAsync(Func<CancellationToken, Task<IReadOnlyList<JsonObject>>> list, CancellationToken cancellation)
    {
        // Before the connection is live nobody looks what became of a referral, and a person decides about each opportunity.
        if (!(await mode.EnterAsync(cancellation)).IsLive) return (false, []);
        var referrals = await store.OpenReferralsAsync(cancellation);

        // One that AWS does not list as pending any more was answered elsewhere, or has expired. One that is parked waits for a person, and nothing else waits for it.
        LinkState[] unanswered = [.. referrals.Where(r => r is { ParkedAt: null, Link.InvitationStatus: "PENDING" })];
        var pending = unanswered.Length == 0 ? [] : (await list(cancellation)).Select(i => i["Id"]!.GetValue<string>()).ToHashSet();
        LinkState[] answered = [.. unanswered.Where(r => !pending.Contains(r.Link.InvitationId!))];
        return (answered.Length > 0 || referrals.Any(r => r.IsAccepting), answered);
    }
}
