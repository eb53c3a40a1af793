using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Records;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>Saves the rows of a collection one by one. A refused row is taken back alone, or everything with it when all or none was asked for.</summary>
internal sealed class RowByRow(OrgStore store)
{
    public ApiReply Each<T>(bool allOrNone, IEnumerable<T> rows, Func<T, string> save)
    {
        var start = store.Mark();
        var results = rows.Select(row => One(row, save)).ToList();
        if (allOrNone && results.Exists(r => r.Refusal is not null))
        {
            store.RollBackTo(start);
            results = [.. results.Select(r => r.Refusal is null ? (null, Refusals.AllOrNoneRolledBack()) : r)];
        }

        return ApiReply.Ok(new JsonArray([.. results.Select(r => Result(r.Id, r.Refusal))]));
    }

    private (string? Id, RefusedException? Refusal) One<T>(T row, Func<T, string> save)
    {
        var mark = store.Mark();
        try
        {
            return (save(row), null);
        }
        catch (RefusedException refusal)
        {
            store.RollBackTo(mark);
            return (null, refusal);
        }
    }

    /// <summary>A failed row has no id, and calls its code statusCode.</summary>
    private static JsonObject Result(string? id, RefusedException? refusal) => refusal is null
        ? new JsonObject { ["id"] = id, ["success"] = true, ["errors"] = new JsonArray() }
        : new JsonObject
        {
            ["success"] = false,
            ["errors"] = new JsonArray(new JsonObject
            {
                ["statusCode"] = refusal.Error.Code,
                ["message"] = refusal.Error.Message,
                ["fields"] = new JsonArray([.. (refusal.Error.Fields ?? []).Select(f => JsonValue.Create(f))]),
            }),
        };
}
