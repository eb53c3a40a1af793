using Dapper;

namespace SyncWorker.State;

// The journal: lines are added, and never changed or taken away.
internal sealed partial class SqliteStore
{
    private const string Append = "INSERT INTO journal (at, link_id, kind, row, detail, ref) VALUES (@At, @LinkId, @Kind, @Row, @Detail, @Ref)";

    public Task AppendAsync(IReadOnlyCollection<JournalRecord> journal, CancellationToken cancellation) => ExecuteAsync(Append, Lines(journal), cancellation);

    public Task<IReadOnlyList<JournalRecord>> FindJournalAsync(long? number, string? reference, CancellationToken cancellation) =>
        ReadJournalAsync("number = @number OR ref = @reference", new { number, reference }, cancellation);

    public Task<IReadOnlyList<JournalRecord>> JournalAsync(string? linkId, CancellationToken cancellation) =>
        ReadJournalAsync(linkId is null ? "TRUE" : "link_id = @linkId", new { linkId }, cancellation);

    private async Task<IReadOnlyList<JournalRecord>> ReadJournalAsync(string condition, object parameters, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        var rows = await connection.QueryAsync<(long Number, string At, string LinkId, string Kind, string? Row, string Detail, string? Ref)>(new CommandDefinition(
            $"SELECT number, at, link_id, kind, row, detail, ref FROM journal WHERE {condition} ORDER BY number", parameters, cancellationToken: cancellation));
        return [.. rows.Select(r => new JournalRecord(Time(r.At), r.LinkId, r.Kind, r.Row, r.Detail, r.Ref) { Number = r.Number })];
    }

    private static IEnumerable<object> Lines(IReadOnlyCollection<JournalRecord> journal) => journal.Select(j => new { At = Text(j.At), j.LinkId, j.Kind, j.Row, j.Detail, j.Ref });
}
