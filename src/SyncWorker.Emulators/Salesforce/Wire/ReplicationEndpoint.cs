using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Records;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>Which records changed or were deleted between two minutes. Seconds do not count, and the end itself is outside.</summary>
internal sealed class ReplicationEndpoint(Org org)
{
    private static readonly TimeSpan UpdatedReach = TimeSpan.FromDays(30);
    private static readonly TimeSpan DeletedReach = TimeSpan.FromDays(15);

    private readonly RecordEndpoint _records = new(org);

    public ApiReply Updated(ApiRequest request, string typeName)
    {
        var window = Window(request, UpdatedReach);
        var ids = org.Store.Rows(_records.Type(typeName)).Where(window.Has).Select(r => JsonValue.Create(r.Id));
        return ApiReply.Ok(new JsonObject { ["ids"] = new JsonArray([.. ids]), ["latestDateCovered"] = ValueWriter.Print(window.End) });
    }

    public ApiReply Deleted(ApiRequest request, string typeName)
    {
        var window = Window(request, DeletedReach);
        var deleted = org.Store.Deleted(_records.Type(typeName)).Where(window.Has)
            .Select(r => new JsonObject { ["id"] = r.Id, ["deletedDate"] = ValueWriter.Print((DateTimeOffset)r["SystemModstamp"]!) });
        return ApiReply.Ok(new JsonObject
        {
            ["deletedRecords"] = new JsonArray([.. deleted]),
            ["earliestDateAvailable"] = ValueWriter.Print(org.Store.Now - DeletedReach),
            ["latestDateCovered"] = ValueWriter.Print(window.End),
        });
    }

    private MinuteWindow Window(ApiRequest request, TimeSpan reach)
    {
        var window = new MinuteWindow(Date(request, "start"), Date(request, "end"));
        if (window.Start >= window.End)
            throw Refusals.ReplicationDateInvalid("startDate has to be at least one minute before endDate");
        return window.Start < org.Store.Now - reach
            ? throw Refusals.ReplicationDateInvalid($"startDate cannot be more than {reach.Days} days ago")
            : window;
    }

    private static DateTimeOffset Date(ApiRequest request, string name)
    {
        var text = request.Path.Query.GetValueOrDefault(name) ?? "";
        return ValueReader.TryInstant(text, out var date)
            ? date.AddTicks(-(date.Ticks % TimeSpan.TicksPerMinute))
            : throw Refusals.ReplicationDateInvalid($"{name} is not a date and time: {text}");
    }

    private sealed record MinuteWindow(DateTimeOffset Start, DateTimeOffset End)
    {
        public bool Has(Row row) => row["SystemModstamp"] is DateTimeOffset stamp && stamp >= Start && stamp < End;
    }
}
