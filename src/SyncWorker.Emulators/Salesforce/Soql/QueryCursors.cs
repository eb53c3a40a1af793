using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Errors;

namespace SyncWorker.Emulators.Salesforce.Soql;

/// <summary>The pages of large answers. A locator keeps the answer as it was, lasts two days, and only ten of a user stay open.</summary>
internal sealed class QueryCursors(TimeProvider clock)
{
    private const int OpenMost = 10;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    private readonly List<Cursor> _open = [];
    private int _opened;

    /// <summary>The first page; when it is not all, the reply names where the next one is.</summary>
    public JsonObject FirstPage(QueryAnswer answer, int batchSize, string dataPath, string userId)
    {
        if (answer.Records.Count <= batchSize)
            return Page(answer.TotalSize, answer.Records, null);
        var cursor = new Cursor($"01ggL00{++_opened:D8}", userId, clock.GetUtcNow() + Lifetime, answer, batchSize);
        var mine = _open.Where(c => c.UserId == userId).ToList();
        if (mine.Count >= OpenMost)
            _open.Remove(mine[0]);
        _open.Add(cursor);
        return Page(cursor, 0, dataPath);
    }

    public JsonObject NextPage(string locator, string dataPath, string userId)
    {
        var dash = locator.LastIndexOf('-');
        var cursor = dash < 0 ? null : _open.Find(c => c.Id == locator[..dash] && c.UserId == userId && c.End > clock.GetUtcNow());
        if (cursor is null || !int.TryParse(locator.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var from) || from >= cursor.Answer.Records.Count)
            throw Refusals.QueryLocatorInvalid();
        return Page(cursor, from, dataPath);
    }

    private static JsonObject Page(Cursor cursor, int from, string dataPath)
    {
        var next = from + cursor.BatchSize;
        // Copied, because a page may be asked for again.
        var records = cursor.Answer.Records.Skip(from).Take(cursor.BatchSize).Select(r => (JsonObject)r.DeepClone());
        return Page(cursor.Answer.TotalSize, records, next < cursor.Answer.Records.Count ? $"{dataPath}/query/{cursor.Id}-{next}" : null);
    }

    private static JsonObject Page(int total, IEnumerable<JsonObject> records, string? nextUrl)
    {
        var page = new JsonObject { ["totalSize"] = total, ["done"] = nextUrl is null };
        if (nextUrl is not null)
            page["nextRecordsUrl"] = nextUrl;
        page["records"] = new JsonArray([.. records]);
        return page;
    }

    private sealed record Cursor(string Id, string UserId, DateTimeOffset End, QueryAnswer Answer, int BatchSize);
}
