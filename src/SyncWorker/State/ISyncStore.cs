using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.State;

/// <summary>
/// The worker's memory. Nothing lives only in memory of the process. A process opens it as a guest, such as a verb that runs beside the service; the service takes the connection over. All that
/// changes something is refused with <see cref="TakenOverException"/>, and changes nothing, once another process took over after this one. What a guest does is made to be done beside an owner.
/// </summary>
internal interface ISyncStore
{
    /// <summary>
    /// Takes the connection over from whichever process had it: the youngest owns it, at once and without a time to wait for. From now on all that this store changes carries its number, in the
    /// same transaction.
    /// </summary>
    /// <returns>The number: one more than the owner's before.</returns>
    /// <exception cref="TakenOverException">This process had it already, and another one took it over.</exception>
    Task<long> TakeOverAsync(CancellationToken cancellation);

    /// <summary>The link with an id; null where there is none.</summary>
    Task<LinkState?> GetAsync(string linkId, CancellationToken cancellation);

    /// <summary>The link of a co-sell record.</summary>
    Task<LinkState?> FindByRecordAsync(string recordId, CancellationToken cancellation);

    /// <summary>The link of an opportunity in Partner Central.</summary>
    Task<LinkState?> FindByOpportunityAsync(string opportunityId, CancellationToken cancellation);

    /// <summary>The link of an engagement invitation.</summary>
    Task<LinkState?> FindByInvitationAsync(string invitationId, CancellationToken cancellation);

    /// <summary>The oldest link of a standard Opportunity, but for a referral that was rejected or has expired.</summary>
    Task<LinkState?> FindByMappedObjectAsync(string mappedObjectId, CancellationToken cancellation);

    /// <summary>
    /// The link without an opportunity to which an opportunity belongs that carries an id: the one whose create carries it, else the oldest whose standard Opportunity or
    /// co-sell record has it, and neither a referral that was rejected or has expired nor a deal whose co-sell record was deleted.
    /// </summary>
    Task<LinkState?> FindUnfinishedAsync(string identifier, CancellationToken cancellation);

    /// <summary>Whether another link of a standard Opportunity has a create under way: of one deal's, nobody could tell afterwards which is whose.</summary>
    Task<bool> IsCreatingAsync(string mappedObjectId, string exceptLinkId, CancellationToken cancellation);

    /// <summary>Adds a link; where one of its identities has a link already, that one is returned and nothing is added.</summary>
    Task<LinkState> AddAsync(Link link, CancellationToken cancellation);

    /// <summary>
    /// Marks links due. A mark made while a link is being settled is not lost. What is put off is looked at again at once, because a mark is news; only a sweep is none, and leaves what
    /// failed to its next try. What is parked gets one try by news, and stays parked if that fails too.
    /// </summary>
    Task MarkAsync(IReadOnlyCollection<Mark> marks, CancellationToken cancellation);

    /// <summary>What is due, highest priority first, then what has waited longest.</summary>
    /// <param name="now">The present: what is put off until later is left out.</param>
    /// <param name="max">How many at most.</param>
    /// <param name="only">The opportunities, by AWS's numbers, beyond which nothing is taken; all where it is empty.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<LinkState>> DueAsync(DateTimeOffset now, int max, IReadOnlyCollection<string> only, CancellationToken cancellation);

    /// <summary>How many links are due, those included that are put off.</summary>
    Task<int> DueCountAsync(CancellationToken cancellation);

    /// <summary>Clears the marks up to the number that was read before both records were read.</summary>
    Task ClearAsync(string linkId, long upTo, CancellationToken cancellation);

    /// <summary>Puts a link off, unless a person asked for another try meanwhile.</summary>
    Task DelayAsync(string linkId, int failures, DateTimeOffset notBefore, CancellationToken cancellation);

    /// <summary>Notes a failure that is the link's own, unless a person asked for another try meanwhile: what failed had begun before.</summary>
    /// <param name="linkId">The link.</param>
    /// <param name="failures">Failures in a row by now, of any kind.</param>
    /// <param name="at">When it failed.</param>
    /// <param name="notBefore">When it is tried again; null parks it: then only news, or a person who asks, make it due.</param>
    /// <param name="cancellation">Gives up.</param>
    Task FailAsync(string linkId, int failures, DateTimeOffset at, DateTimeOffset? notBefore, CancellationToken cancellation);

    /// <summary>A person asks for another try of a link, or of all that fail, are parked, or are held because another tool keeps changing them. What failed before is forgiven.</summary>
    /// <returns>The ids of the links.</returns>
    Task<IReadOnlyList<string>> AskAsync(string? linkId, CancellationToken cancellation);

    /// <summary>The try that a person asked for has begun.</summary>
    Task BeginAskedAsync(string linkId, CancellationToken cancellation);

    /// <summary>How many links are held since a time or later because another tool keeps changing them.</summary>
    Task<int> ToolsCountAsync(DateTimeOffset since, CancellationToken cancellation);

    /// <summary>Looks again at once at what was put off without having failed.</summary>
    Task WakeAsync(CancellationToken cancellation);

    /// <summary>Remembers identities, baseline and journal in one transaction.</summary>
    Task RememberAsync(Link link, Baseline baseline, IReadOnlyCollection<JournalRecord> journal, CancellationToken cancellation);

    /// <summary>Remembers a link with the opportunity that another link gives up, in one transaction: no two have it, and no moment is without one that has it.</summary>
    /// <param name="from">The link that gives it up.</param>
    /// <param name="to">The link that has it from now on.</param>
    /// <param name="baseline">What is remembered of that one.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    Task HandOverAsync(Link from, Link to, Baseline baseline, CancellationToken cancellation);

    /// <summary>The AWS referrals that wait for an answer, and those that were accepted without our knowing yet what this made.</summary>
    Task<IReadOnlyList<LinkState>> OpenReferralsAsync(CancellationToken cancellation);

    /// <summary>Every link, one after the other: there may be more than fit into memory with all that is remembered of them. What is added meanwhile comes last.</summary>
    IAsyncEnumerable<LinkState> EachLinkAsync(CancellationToken cancellation);

    /// <summary>How many links have a record on a side.</summary>
    Task<int> CountAsync(Side side, CancellationToken cancellation);

    /// <summary>Notes what a list told of opportunities at AWS.</summary>
    Task NoteAsync(IReadOnlyCollection<KnownOpportunity> opportunities, CancellationToken cancellation);

    /// <summary>The open opportunities at AWS of a mapped object or of a website, oldest first.</summary>
    Task<IReadOnlyList<KnownOpportunity>> OpenOpportunitiesAsync(string mappedObject, string? website, CancellationToken cancellation);

    /// <summary>Changes what is remembered of a link as it stands now, with the journal, in one transaction: for a verb that may run beside the service.</summary>
    Task ChangeBaselineAsync(string linkId, Func<Baseline, Baseline> change, IReadOnlyCollection<JournalRecord> journal, CancellationToken cancellation);

    /// <summary>Adds to the journal alone.</summary>
    Task AppendAsync(IReadOnlyCollection<JournalRecord> journal, CancellationToken cancellation);

    /// <summary>The lines of the journal that have a number, or a reference.</summary>
    Task<IReadOnlyList<JournalRecord>> FindJournalAsync(long? number, string? reference, CancellationToken cancellation);

    /// <summary>The journal of a link, or the whole, oldest first.</summary>
    Task<IReadOnlyList<JournalRecord>> JournalAsync(string? linkId, CancellationToken cancellation);

    /// <summary>A watermark, exactly as the side wrote it; null where there is none yet.</summary>
    Task<string?> WatermarkAsync(string name, CancellationToken cancellation);

    /// <summary>Moves a watermark.</summary>
    Task MoveWatermarkAsync(string name, string value, CancellationToken cancellation);

    /// <summary>The id of the Salesforce org whose records the links name; null until one was remembered.</summary>
    Task<string?> OrgAsync(CancellationToken cancellation);

    /// <summary>Remembers the Salesforce org, in place of the one before.</summary>
    Task RememberOrgAsync(string orgId, CancellationToken cancellation);

    /// <summary>What is remembered of the connection as a whole. A pass begins with it: it is refused too where another process took over, so that the pass sends nothing.</summary>
    Task<ConnectionState> ConnectionAsync(CancellationToken cancellation);

    /// <summary>Changes what is remembered of the connection, in one transaction, because another process may do so too.</summary>
    /// <returns>What is remembered now.</returns>
    Task<ConnectionState> ChangeConnectionAsync(Func<ConnectionState, ConnectionState> change, CancellationToken cancellation);

    /// <summary>The calls that were counted against a quota, by minute, oldest first.</summary>
    Task<IReadOnlyList<CallCount>> CallsAsync(string quota, CancellationToken cancellation);

    /// <summary>Adds calls to what was counted in a minute, and forgets the minutes before another. Calls that were counted ahead and not made are taken back by a negative number.</summary>
    Task CountCallsAsync(string quota, IReadOnlyCollection<CallCount> counts, DateTimeOffset forgetBefore, CancellationToken cancellation);
}
