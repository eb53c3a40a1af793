using System.Text.Json.Nodes;
using SyncWorker.Simulation.Faults;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Oracle;

/// <summary>When the worker read records and opportunities: between reading one side and the other people go on.</summary>
internal sealed class Readings(Universe universe)
{
    private readonly Dictionary<string, List<DateTimeOffset>> _all = [];

    /// <summary>
    /// Whether the place where a person put something was read since, and before some time: what was decided then was decided with it in view. A record that was read shows what it follows, or
    /// that it follows it no more.
    /// </summary>
    public bool Show(Put put, DateTimeOffset time) => (put.IsFollowed ? put.Records.Append(put.Place) : [put.Place]).Any(p => _all.TryGetValue(p, out var readings) && readings.FindLast(r => r <= time) > put.At);

    /// <summary>Whether the worker had ever read the place when a person put something there: of a blank that was there before, nobody can tell that anything else was.</summary>
    public bool Knew(Put put) => _all.TryGetValue(put.Place, out var readings) && readings[0] <= put.At;

    /// <summary>A call of the worker that writes nothing was answered.</summary>
    public void Answered(Call call, HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode) return;
        if (call.Point == CallPoint.Get && JsonNode.Parse(call.Body)?["Identifier"]?.GetValue<string>() is { } number) Read(number);
        if (call.Point != CallPoint.SalesforceRead) return;
        var records = JsonNode.Parse(answer.Content.ReadAsStringAsync().GetAwaiter().GetResult())?["records"] as JsonArray ?? [];
        foreach (var record in records)
        {
            foreach (var place in (string[])["Id", "Opportunity__c"])
            {
                if (record![place]?.GetValue<string>() is { } id) Read(id);
            }
        }
    }

    /// <summary>A place is read as it stands.</summary>
    public void Read(string place)
    {
        if (!_all.TryGetValue(place, out var readings)) _all[place] = readings = [];
        readings.Add(universe.Time.GetUtcNow());
    }
}
