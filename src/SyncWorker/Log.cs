using SyncWorker.Auditing;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.PartnerCentral.Quota;
using SyncWorker.Scheduling;
using SyncWorker.State;

namespace SyncWorker;

/// <summary>Everything the service says. Rows and ids, never values: what a record holds belongs to the customer.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Information, "Schedule of {Pass} is {Schedule}")]
    public static partial void Scheduled(ILogger logger, Pass pass, string schedule);

    [LoggerMessage(101, LogLevel.Error, "Schedule not taken, the last good one runs on: {Problem}")]
    public static partial void ScheduleRefused(ILogger logger, string problem);

    [LoggerMessage(102, LogLevel.Error, "{Pass} failed")]
    public static partial void PassFailed(ILogger logger, Exception error, Pass pass);

    [LoggerMessage(103, LogLevel.Error, "{Pass} failed at {Operation} ({Code}): {Problem}")]
    public static partial void PassRefused(ILogger logger, Pass pass, string operation, string code, string problem);

    [LoggerMessage(110, LogLevel.Information, "Field map of {Rows} rows taken")]
    public static partial void MapTaken(ILogger logger, int rows);

    [LoggerMessage(111, LogLevel.Error, "Field map not taken, the last good one runs on: {Finding}")]
    public static partial void MapRefused(ILogger logger, string finding);

    [LoggerMessage(112, LogLevel.Error, "Settings not taken, the last good ones run on: {Problem}")]
    public static partial void SettingsRefused(ILogger logger, string problem);

    [LoggerMessage(113, LogLevel.Information, "Settings of {Part} are in order again")]
    public static partial void SettingsMended(ILogger logger, string part);

    [LoggerMessage(120, LogLevel.Information, "The Salesforce org is {Org}, {Kind}; the store remembers it")]
    public static partial void OrgRemembered(ILogger logger, string org, string kind);

    [LoggerMessage(121, LogLevel.Error, "The connection stands still: {Problem}")]
    public static partial void OrgRefused(ILogger logger, string problem);

    [LoggerMessage(130, LogLevel.Warning, "The org's fields do not quite fit the field map:{Findings}")]
    public static partial void FieldsTold(ILogger logger, string findings);

    [LoggerMessage(131, LogLevel.Warning, "Not synchronised until the org's fields fit the field map: {Rows}. All other rows are. Findings:{Findings}")]
    public static partial void RowsDisabled(ILogger logger, string rows, string findings);

    [LoggerMessage(132, LogLevel.Error, "AWS WANTS {Needed}, AND THE ORG'S FIELDS DO NOT FIT: NOTHING CAN BE SUBMITTED. Not synchronised until then: {Rows}. Findings:{Findings}")]
    public static partial void NeededRowsDisabled(ILogger logger, string needed, string rows, string findings);

    [LoggerMessage(133, LogLevel.Error, "The connection stands still until the org's fields fit the field map:{Findings}")]
    public static partial void FieldsStop(ILogger logger, string findings);

    [LoggerMessage(134, LogLevel.Information, "The org's fields fit the field map again")]
    public static partial void FieldsMended(ILogger logger);

    [LoggerMessage(200, LogLevel.Debug, "Polled {Side}: {Found} found, {Marked} marked due")]
    public static partial void PollFinished(ILogger logger, Side side, int found, int marked);

    [LoggerMessage(201, LogLevel.Debug, "Sweep marked {Marked} due")]
    public static partial void SweepFinished(ILogger logger, int marked);

    [LoggerMessage(202, LogLevel.Information, "{Leads} lead invitations wait in Partner Central; they are no opportunities and left alone")]
    public static partial void LeadsLeftAlone(ILogger logger, int leads);

    [LoggerMessage(203, LogLevel.Warning, "Salesforce's clock or ours was set: the poll reads {Earlier} further back, so that nothing is missed")]
    public static partial void ClockSet(ILogger logger, TimeSpan earlier);

    [LoggerMessage(204, LogLevel.Information, "Share With AWS of the Opportunity {Record} makes no new draft: {Link} is known for it")]
    public static partial void ShareMakesNothing(ILogger logger, string record, string link);

    [LoggerMessage(210, LogLevel.Debug, "Partner Central listed {Solutions} solutions")]
    public static partial void SolutionsListed(ILogger logger, int solutions);

    [LoggerMessage(211, LogLevel.Warning, "Partner Central listed no solutions ({Code}: {Problem}); names are read by the last list")]
    public static partial void SolutionsNotListed(ILogger logger, string code, string problem);

    [LoggerMessage(220, LogLevel.Warning, "{Used} of the org's {Limit} API calls of 24 hours are used, more than the ceiling of {Ceiling}: Salesforce is neither polled nor written to until that falls")]
    public static partial void UsageAboveCeiling(ILogger logger, long used, long limit, double ceiling);

    [LoggerMessage(221, LogLevel.Information, "{Used} of the org's {Limit} API calls of 24 hours are used: polling and settling go on")]
    public static partial void UsageHasRoom(ILogger logger, long used, long limit);

    [LoggerMessage(300, LogLevel.Information, "{Side} took {Step} of {Link} {Opportunity}: {Rows}")]
    public static partial void StepTaken(ILogger logger, Side side, string step, string link, string? opportunity, string rows);

    [LoggerMessage(301, LogLevel.Information, "Conflict in {Row} of {Link} {Opportunity}: {Winner} wins")]
    public static partial void ConflictDecided(ILogger logger, string row, string link, string? opportunity, Side winner);

    [LoggerMessage(302, LogLevel.Information, "Held {Row} of {Link} {Opportunity}: {Hold}")]
    public static partial void Held(ILogger logger, string row, string link, string? opportunity, HoldKind hold);

    [LoggerMessage(303, LogLevel.Information, "{Side} has a newer version of {Link}: {Step} is decided anew")]
    public static partial void Stale(ILogger logger, Side side, string link, string step);

    [LoggerMessage(308, LogLevel.Warning, "Partner Central took the client token of the create of {Link} for another request: the opportunity is looked for before anything new is made")]
    public static partial void TokenSpent(ILogger logger, string link);

    [LoggerMessage(304, LogLevel.Warning, "{Side} refused {Step} of {Link}: {Code} in {Rows} (request {RequestId})")]
    public static partial void Refused(ILogger logger, Side side, string step, string link, string code, string rows, string? requestId);

    [LoggerMessage(305, LogLevel.Warning, "Settling {Link} {Opportunity} failed {Failures} times in a row; next try in {Delay}")]
    public static partial void SettleFailed(ILogger logger, Exception error, string link, string? opportunity, int failures, TimeSpan delay);

    [LoggerMessage(307, LogLevel.Information, "Reading the due co-sell records together failed ({Code}: {Problem}); each is read by itself")]
    public static partial void ReadAheadFailed(ILogger logger, string code, string problem);

    [LoggerMessage(306, LogLevel.Warning, "{Failed} opportunities could not be settled in this drain")]
    public static partial void DrainFailed(ILogger logger, int failed);

    [LoggerMessage(520, LogLevel.Error, "The connection brakes ({Kind}): {Why}. Nothing is written to either side, and both are read on, until a person has looked and says: syncworker release")]
    public static partial void Braked(ILogger logger, BrakeKind kind, string why);

    [LoggerMessage(521, LogLevel.Information, "The brake ({Kind}) is released: what it held goes")]
    public static partial void BrakeReleased(ILogger logger, BrakeKind kind);

    [LoggerMessage(522, LogLevel.Information, "What is written goes by {Map} from now on: of {Looks} opportunities of which nobody changed anything, it writes {Writes}")]
    public static partial void MapTried(ILogger logger, string map, int looks, int writes);

    [LoggerMessage(523, LogLevel.Error, "{Link} {Opportunity} failed {Failures} times in a row and is parked: it is left alone until somebody edits it, or says: syncworker retry {Link}")]
    public static partial void Parked(ILogger logger, Exception error, string link, string? opportunity, int failures);

    [LoggerMessage(524, LogLevel.Information, "That {Link} is parked could not be told on its co-sell record ({Code})")]
    public static partial void ParkedUntold(ILogger logger, string link, string code);

    [LoggerMessage(540, LogLevel.Information, "{Row} of {Link} is restored from entry {Entry} of the journal")]
    public static partial void Restored(ILogger logger, string row, string link, long entry);

    [LoggerMessage(541, LogLevel.Information, "Audit: {Links} links compared, {Read} read on both sides, no drift")]
    public static partial void AuditedWithoutDrift(ILogger logger, int links, int read);

    [LoggerMessage(542, LogLevel.Warning, "Audit: {Links} links compared, {Read} read on both sides, {Drifts} differences without a recorded reason, {Unread} deals could not be read")]
    public static partial void AuditedWithDrift(ILogger logger, int links, int read, int drifts, int unread);

    [LoggerMessage(543, LogLevel.Warning, "Drift {Kind} in {Row} of {Link} {Opportunity} {Record}: {What}")]
    public static partial void Drifted(ILogger logger, DriftKind kind, string? row, string? link, string? opportunity, string? record, string what);

    [LoggerMessage(544, LogLevel.Warning, "{Link} {Opportunity} could not be read: the audit says nothing of it")]
    public static partial void AuditUnread(ILogger logger, Exception error, string link, string? opportunity);

    [LoggerMessage(590, LogLevel.Information, "This process has taken the connection over (fence {Fence}): a process that worked for it before ends with its next commit")]
    public static partial void TookOver(ILogger logger, long fence);

    [LoggerMessage(591, LogLevel.Error, "Another process has taken over this connection (fence {Theirs}, ours {Ours}): this one keeps nothing and sends nothing any more, and ends")]
    public static partial void TakenOver(ILogger logger, long theirs, long ours);

    [LoggerMessage(400, LogLevel.Warning, "Partner Central throttled {Operation} (retry after {RetryAfter}): all calls of its kind go slower")]
    public static partial void Throttled(ILogger logger, string operation, TimeSpan? retryAfter);

    [LoggerMessage(401, LogLevel.Warning, "No {Kind} to Partner Central before {Until}: {Used} of the {Limit} calls of 24 hours are used, or AWS asked to wait")]
    public static partial void QuotaUsedUp(ILogger logger, CallKind kind, int used, int limit, DateTimeOffset until);

    [LoggerMessage(402, LogLevel.Information, "{Kind} to Partner Central goes again")]
    public static partial void QuotaHasRoom(ILogger logger, CallKind kind);

    [LoggerMessage(500, LogLevel.Information, "The connection observes: it reads both sides and writes neither. Pair what exists with adopt, then let it write with go-live")]
    public static partial void Observes(ILogger logger);

    [LoggerMessage(501, LogLevel.Information, "The connection is live")]
    public static partial void IsLive(ILogger logger);

    [LoggerMessage(502, LogLevel.Information, "Adopted {Opportunity} as {Link}, with an Opportunity: {HasOpportunity}; everything is accounted for as it stands")]
    public static partial void Adopted(ILogger logger, string opportunity, string link, bool hasOpportunity);

    [LoggerMessage(503, LogLevel.Information, "The number on the co-sell record of {Link} leads to no opportunity that it could be linked to")]
    public static partial void NumberHeld(ILogger logger, string link);

    [LoggerMessage(504, LogLevel.Information, "{Opportunity} is left to AWS alone")]
    public static partial void LeftAlone(ILogger logger, string opportunity);

    [LoggerMessage(505, LogLevel.Warning, "AWS got the {Limit} writes that it gets in the first 24 hours live: what is over waits until {Until}, or until go-live --writes raises it")]
    public static partial void FirstDayUsedUp(ILogger logger, int limit, DateTimeOffset until);

    [LoggerMessage(506, LogLevel.Information, "{Opportunity} is over at AWS: it is linked for reading alone")]
    public static partial void LinkedReadOnly(ILogger logger, string opportunity);

    [LoggerMessage(507, LogLevel.Information, "{Opportunity} was adopted before, and decided anew: what Salesforce says goes to AWS for {Rows}")]
    public static partial void DecidedAnew(ILogger logger, string opportunity, string rows);

    [LoggerMessage(403, LogLevel.Information, "{Link} {Opportunity} is put off until {Until}: no quota for {Operation} ({Code})")]
    public static partial void PutOff(ILogger logger, string link, string? opportunity, DateTimeOffset until, string operation, string code);
}
