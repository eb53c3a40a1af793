using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.State;

/// <summary>
/// The store in one SQLite file, for one service and the verbs beside it. The owner's number is looked at within the transaction that it guards, which holds the file's one lock from its start.
/// No time bounds the ownership: the youngest process has it, so that one that was killed is followed at once. A lease with a time belongs to a store that several instances share.
/// </summary>
internal sealed partial class SqliteStore : ISyncStore
{
    private const string Columns = "link AS Link, baseline AS Baseline, due AS Due, cleared AS Cleared, priority AS Priority, failures AS Failures, not_before AS NotBefore, own_failures AS OwnFailures, parked_at AS ParkedAt, asked AS Asked";
    private const string Insert = "INSERT INTO link (id, record_id, opportunity_id, invitation_id, mapped_object_id, link, baseline) VALUES (@Id, @RecordId, @OpportunityId, @InvitationId, @MappedObjectId, @Json, @Baseline) ON CONFLICT DO NOTHING";
    private const string Remember = "UPDATE link SET record_id = @RecordId, opportunity_id = @OpportunityId, invitation_id = @InvitationId, mapped_object_id = @MappedObjectId, link = @Json, baseline = @Baseline WHERE id = @Id";
    private const string NotOver = "COALESCE(invitation_status, '') NOT IN ('REJECTED', 'EXPIRED')";
    private const int PageSize = 100;
    private const string NextTurn = "(SELECT MAX(turn) + 1 FROM link)";

    private readonly string _connection;
    private long? _fence;

    public SqliteStore(IOptions<StateOptions> options)
    {
        var file = Path.GetFullPath(options.Value.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        _connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString();
        SqliteSchema.Upgrade(_connection);
    }

    public async Task<long> TakeOverAsync(CancellationToken cancellation)
    {
        var fence = await CommitAsync((connection, transaction) => connection.ExecuteScalarAsync<long>(
            new CommandDefinition("UPDATE owner SET fence = fence + 1 RETURNING fence", transaction: transaction, cancellationToken: cancellation)), cancellation);
        _fence = fence;
        return fence;
    }

    public Task<LinkState?> GetAsync(string linkId, CancellationToken cancellation) => FindAsync("id", linkId, cancellation);

    public Task<LinkState?> FindByRecordAsync(string recordId, CancellationToken cancellation) => FindAsync("record_id", recordId, cancellation);

    public Task<LinkState?> FindByOpportunityAsync(string opportunityId, CancellationToken cancellation) => FindAsync("opportunity_id", opportunityId, cancellation);

    public Task<LinkState?> FindByInvitationAsync(string invitationId, CancellationToken cancellation) => FindAsync("invitation_id", invitationId, cancellation);

    public Task<LinkState?> FindByMappedObjectAsync(string mappedObjectId, CancellationToken cancellation) => FirstAsync($"mapped_object_id = @mappedObjectId AND {NotOver}", "number", new { mappedObjectId }, cancellation);

    public Task<LinkState?> FindUnfinishedAsync(string identifier, CancellationToken cancellation) => FirstAsync(
        $"opportunity_id IS NULL AND (creating = @identifier OR ((mapped_object_id = @identifier OR record_id = @identifier) AND {NotOver} AND json_extract(link, '$.IsRecordDeleted') IS NOT TRUE))",
        "creating IS @identifier DESC, number", new { identifier }, cancellation);

    public Task<bool> IsCreatingAsync(string mappedObjectId, string exceptLinkId, CancellationToken cancellation) =>
        ScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM link WHERE creating = @mappedObjectId AND id <> @exceptLinkId)", new { mappedObjectId, exceptLinkId }, cancellation);

    public async Task<LinkState> AddAsync(Link link, CancellationToken cancellation)
    {
        await ExecuteAsync(Insert, Parameters(link, Baseline.Never), cancellation);
        return (await GetAsync(link.Id, cancellation)
            ?? (link.RecordId is null ? null : await FindByRecordAsync(link.RecordId, cancellation))
            ?? (link.OpportunityId is null ? null : await FindByOpportunityAsync(link.OpportunityId, cancellation))
            ?? (link.InvitationId is null ? null : await FindByInvitationAsync(link.InvitationId, cancellation)))!;
    }

    public Task MarkAsync(IReadOnlyCollection<Mark> marks, CancellationToken cancellation) =>
        ExecuteAsync(
            $"""
            UPDATE link SET due = due + 1, priority = CASE WHEN due > cleared THEN MAX(priority, @Priority) ELSE @Priority END, turn = CASE WHEN due > cleared THEN turn ELSE {NextTurn} END,
                not_before = CASE WHEN @Priority < 0 AND failures > 0 THEN not_before END
            WHERE id = @LinkId
            """,
            marks, cancellation);

    public async Task<IReadOnlyList<LinkState>> DueAsync(DateTimeOffset now, int max, IReadOnlyCollection<string> only, CancellationToken cancellation) => await ReadAsync(
        $"SELECT {Columns} FROM link WHERE due > cleared AND (not_before IS NULL OR not_before <= @now){(only.Count > 0 ? " AND opportunity_id IN @only" : "")} ORDER BY priority DESC, turn LIMIT @max",
        new { now = Text(now), max, only }, cancellation);

    public Task<int> DueCountAsync(CancellationToken cancellation) => ScalarAsync<int>("SELECT COUNT(*) FROM link WHERE due > cleared", null, cancellation);

    public Task ClearAsync(string linkId, long upTo, CancellationToken cancellation) =>
        ExecuteAsync(
            $"""
            UPDATE link SET cleared = MAX(cleared, @upTo), priority = CASE WHEN due > @upTo THEN priority ELSE 0 END, turn = CASE WHEN due > @upTo THEN {NextTurn} ELSE turn END,
                failures = 0, not_before = NULL, own_failures = 0, parked_at = NULL
            WHERE id = @linkId
            """,
            new { linkId, upTo }, cancellation);

    public Task DelayAsync(string linkId, int failures, DateTimeOffset notBefore, CancellationToken cancellation) =>
        ExecuteAsync($"UPDATE link SET failures = @failures, not_before = @at, turn = {NextTurn} WHERE id = @linkId AND asked = 0", new { linkId, failures, at = Text(notBefore) }, cancellation);

    public Task FailAsync(string linkId, int failures, DateTimeOffset at, DateTimeOffset? notBefore, CancellationToken cancellation) =>
        ExecuteAsync(
            $"""
            UPDATE link SET failures = @failures, own_failures = own_failures + 1, not_before = @notBefore, turn = {NextTurn},
                parked_at = CASE WHEN @isParked THEN COALESCE(parked_at, @at) ELSE parked_at END
            WHERE id = @linkId AND asked = 0
            """,
            new { linkId, failures, at = Text(at), notBefore = Text(notBefore ?? DateTimeOffset.MaxValue), isParked = notBefore is null }, cancellation);

    public Task<IReadOnlyList<string>> AskAsync(string? linkId, CancellationToken cancellation) => CommitAsync<IReadOnlyList<string>>(async (connection, transaction) =>
        [.. await connection.QueryAsync<string>(new CommandDefinition(
            $"""
            UPDATE link SET failures = 0, own_failures = 0, parked_at = NULL, not_before = NULL, asked = 1, due = due + 1, turn = CASE WHEN due > cleared THEN turn ELSE {NextTurn} END
            WHERE id = @linkId OR (@linkId IS NULL AND (failures > 0 OR parked_at IS NOT NULL OR tool_since IS NOT NULL)) RETURNING id
            """,
            new { linkId }, transaction, cancellationToken: cancellation))], cancellation);

    public Task BeginAskedAsync(string linkId, CancellationToken cancellation) => ExecuteAsync("UPDATE link SET asked = 0 WHERE id = @linkId", new { linkId }, cancellation);

    public async Task<int> ToolsCountAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        var held = await connection.QueryAsync<string>(new CommandDefinition("SELECT tool_since FROM link WHERE tool_since IS NOT NULL", cancellationToken: cancellation));
        return held.Count(at => Time(at) >= since);
    }

    public Task WakeAsync(CancellationToken cancellation) => ExecuteAsync("UPDATE link SET not_before = NULL WHERE not_before IS NOT NULL AND failures = 0", null, cancellation);

    public Task RememberAsync(Link link, Baseline baseline, IReadOnlyCollection<JournalRecord> journal, CancellationToken cancellation) => CommitAsync(async (connection, transaction) =>
    {
        await ChangeAsync(Remember, link, baseline, connection, transaction, cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(Append, Lines(journal), transaction, cancellationToken: cancellation));
    }, cancellation);

    public Task HandOverAsync(Link from, Link to, Baseline baseline, CancellationToken cancellation) => CommitAsync(async (connection, transaction) =>
    {
        await ChangeAsync("UPDATE link SET opportunity_id = @OpportunityId, mapped_object_id = @MappedObjectId, link = @Json WHERE id = @Id", from, Baseline.Never, connection, transaction, cancellation);
        return await ChangeAsync(Remember, to, baseline, connection, transaction, cancellation);
    }, cancellation);

    public async Task<IReadOnlyList<LinkState>> OpenReferralsAsync(CancellationToken cancellation) =>
        await ReadAsync($"SELECT {Columns} FROM link WHERE invitation_status = 'PENDING' OR intent = 'Accept' OR (invitation_status = 'ACCEPTED' AND opportunity_id IS NULL) ORDER BY number", null, cancellation);

    public async IAsyncEnumerable<LinkState> EachLinkAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        // No read stays open between two pages, whatever the reader does meanwhile.
        string? last = null;
        while (await ReadAsync(
            $"SELECT {Columns} FROM link WHERE number > COALESCE((SELECT number FROM link WHERE id = @last), 0) ORDER BY number LIMIT {PageSize}", new { last }, cancellation) is [.., var newest] page)
        {
            foreach (var link in page) yield return link;
            last = newest.Link.Id;
        }
    }

    public Task<int> CountAsync(Side side, CancellationToken cancellation) =>
        ScalarAsync<int>($"SELECT COUNT(*) FROM link WHERE {(side == Side.Salesforce ? "record_id" : "opportunity_id")} IS NOT NULL", null, cancellation);

    public Task NoteAsync(IReadOnlyCollection<KnownOpportunity> opportunities, CancellationToken cancellation) =>
        ExecuteAsync(
            """
            INSERT INTO opportunity (id, mapped_object, website, is_open) VALUES (@Id, @MappedObject, @Website, @IsOpen)
            ON CONFLICT (id) DO UPDATE SET mapped_object = excluded.mapped_object, website = excluded.website, is_open = excluded.is_open
            """,
            opportunities, cancellation);

    public async Task<IReadOnlyList<KnownOpportunity>> OpenOpportunitiesAsync(string mappedObject, string? website, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        var rows = await connection.QueryAsync<(string Id, string? MappedObject, string? Website, long IsOpen)>(new CommandDefinition(
            "SELECT id, mapped_object, website, is_open FROM opportunity WHERE is_open AND (mapped_object = @mappedObject OR website = @website) ORDER BY rowid",
            new { mappedObject, website }, cancellationToken: cancellation));
        return [.. rows.Select(r => new KnownOpportunity(r.Id, r.MappedObject, r.Website, r.IsOpen != 0))];
    }

    public Task ChangeBaselineAsync(string linkId, Func<Baseline, Baseline> change, IReadOnlyCollection<JournalRecord> journal, CancellationToken cancellation) => CommitAsync(async (connection, transaction) =>
    {
        var before = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition("SELECT baseline FROM link WHERE id = @linkId", new { linkId }, transaction, cancellationToken: cancellation));
        if (before is null) throw new InvalidOperationException($"The store has no link {linkId}.");
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE link SET baseline = @baseline WHERE id = @linkId", new { linkId, baseline = StoredJson.Write(change(StoredJson.ReadBaseline(before))) }, transaction, cancellationToken: cancellation));
        return await connection.ExecuteAsync(new CommandDefinition(Append, Lines(journal), transaction, cancellationToken: cancellation));
    }, cancellation);

    public Task<string?> WatermarkAsync(string name, CancellationToken cancellation) => ScalarAsync<string?>("SELECT value FROM watermark WHERE name = @name", new { name }, cancellation);

    public Task MoveWatermarkAsync(string name, string value, CancellationToken cancellation) =>
        ExecuteAsync("INSERT INTO watermark (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value", new { name, value }, cancellation);

    public Task<string?> OrgAsync(CancellationToken cancellation) => ScalarAsync<string?>("SELECT id FROM org", null, cancellation);

    public Task RememberOrgAsync(string orgId, CancellationToken cancellation) =>
        ExecuteAsync("INSERT INTO org (number, id) VALUES (1, @orgId) ON CONFLICT (number) DO UPDATE SET id = excluded.id", new { orgId }, cancellation);

    public async Task<ConnectionState> ConnectionAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await CheckOwnerAsync(connection, null, cancellation);
        return StoredJson.ReadConnection(await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition("SELECT state FROM connection", cancellationToken: cancellation)));
    }

    public Task<ConnectionState> ChangeConnectionAsync(Func<ConnectionState, ConnectionState> change, CancellationToken cancellation) => CommitAsync(async (connection, transaction) =>
    {
        var before = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition("SELECT state FROM connection", transaction: transaction, cancellationToken: cancellation));
        var after = change(StoredJson.ReadConnection(before));
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO connection (number, state) VALUES (1, @state) ON CONFLICT (number) DO UPDATE SET state = excluded.state",
            new { state = StoredJson.Write(after) }, transaction, cancellationToken: cancellation));
        return after;
    }, cancellation);

    public async Task<IReadOnlyList<CallCount>> CallsAsync(string quota, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        var rows = await connection.QueryAsync<(string Minute, int Calls)>(new CommandDefinition(
            "SELECT minute, calls FROM call_count WHERE quota = @quota ORDER BY minute", new { quota }, cancellationToken: cancellation));
        return [.. rows.Select(r => new CallCount(Time(r.Minute), r.Calls))];
    }

    public Task CountCallsAsync(string quota, IReadOnlyCollection<CallCount> counts, DateTimeOffset forgetBefore, CancellationToken cancellation) => CommitAsync(async (connection, transaction) =>
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO call_count (quota, minute, calls) VALUES (@quota, @Minute, @Calls) ON CONFLICT (quota, minute) DO UPDATE SET calls = calls + excluded.calls",
            counts.Select(c => new { quota, Minute = Text(c.Minute), c.Calls }), transaction, cancellationToken: cancellation));
        return await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM call_count WHERE quota = @quota AND minute < @before", new { quota, before = Text(forgetBefore) }, transaction, cancellationToken: cancellation));
    }, cancellation);

    // The column is one of the few names above, never input.
    private Task<LinkState?> FindAsync(string column, string value, CancellationToken cancellation) => FirstAsync($"{column} = @value", "number", new { value }, cancellation);

    private async Task<LinkState?> FirstAsync(string condition, string order, object parameters, CancellationToken cancellation) =>
        await ReadAsync($"SELECT {Columns} FROM link WHERE {condition} ORDER BY {order} LIMIT 1", parameters, cancellation) is [var first, ..] ? first : null;

    private async Task<T?> ScalarAsync<T>(string sql, object? parameters, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
    }

    private async Task<IReadOnlyList<LinkState>> ReadAsync(string sql, object? parameters, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        return [.. (await connection.QueryAsync<StoredLink>(new CommandDefinition(sql, parameters, cancellationToken: cancellation))).Select(r => r.Read())];
    }

    private Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken cancellation) =>
        CommitAsync((connection, transaction) => connection.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellation)), cancellation);

    /// <summary>The one way by which something is changed. The lock is taken before anything is read, so that two processes cannot both change what they read.</summary>
    private async Task<T> CommitAsync<T>(Func<SqliteConnection, SqliteTransaction, Task<T>> change, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await CheckOwnerAsync(connection, transaction, cancellation);
        var done = await change(connection, transaction);
        await transaction.CommitAsync(cancellation);
        return done;
    }

    /// <summary>A guest has no number to compare.</summary>
    private async Task CheckOwnerAsync(SqliteConnection connection, SqliteTransaction? transaction, CancellationToken cancellation)
    {
        if (_fence is not { } ours) return;
        var theirs = await connection.ExecuteScalarAsync<long>(new CommandDefinition("SELECT fence FROM owner", transaction: transaction, cancellationToken: cancellation));
        if (theirs != ours) throw new TakenOverException(theirs, ours);
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static async Task<int> ChangeAsync(string sql, Link link, Baseline baseline, SqliteConnection connection, SqliteTransaction transaction, CancellationToken cancellation) =>
        await connection.ExecuteAsync(new CommandDefinition(sql, Parameters(link, baseline), transaction, cancellationToken: cancellation)) is > 0 and var changed ? changed
            : throw new InvalidOperationException($"The store has no link {link.Id}: what was decided for it could not be remembered.");

    private static object Parameters(Link link, Baseline baseline) =>
        new { link.Id, link.RecordId, link.OpportunityId, link.InvitationId, link.MappedObjectId, Json = StoredJson.Write(link), Baseline = StoredJson.Write(baseline) };

    // Fixed width in UTC, so that text order is time order.
    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    internal static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
