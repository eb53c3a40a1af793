using System.Text.Json.Nodes;
using SyncWorker.Configuration;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Tests.Rows;

/// <summary>Each of the 58 rows, in each direction that it flows, through the clients and the emulators.</summary>
public sealed class RowCrossingTests(CrossedWorld world) : IClassFixture<CrossedWorld>
{
    public static TheoryData<string, bool> Rows
    {
        get
        {
            var rows = new TheoryData<string, bool>();
            foreach (var crossing in Crossings.All) rows.Add(crossing.Row, crossing.ToAws);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_value_crosses(string row, bool toAws)
    {
        var crossing = Crossings.All.Single(c => c.Row == row && c.ToAws == toAws);
        Assert.Equal(await ExpectedAsync(crossing), Held(crossing));
    }

    [Fact]
    public void Every_row_is_covered_in_each_direction_it_flows()
    {
        var map = FieldMapLoader.Load(Repository.Config).Map!;
        var wanted = map.Rows.Where(r => r.IsPublished).SelectMany(r => r.Flow switch
        {
            Flow.Both => [(r.Label, true), (r.Label, false)],
            Flow.ToPartnerCentral => [(r.Label, true)],
            Flow.ToSalesforce => [(r.Label, false)],
            _ => Array.Empty<(string, bool)>(),
        });
        Assert.Equal(wanted.Order(), Crossings.All.Select(c => (c.Row, c.ToAws)).Order());
        Assert.Equal(58, map.Rows.Count(r => r.IsPublished));
        Assert.Equal("Partner Primary Need From AWS Other", Assert.Single(map.Rows, r => r is { IsPublished: true, Flow: Flow.None }).Label);
    }

    private string Held(Crossing crossing)
    {
        if (!crossing.ToAws) return world.Record(crossing.Deal)[crossing.Place]?.ToJsonString(Relaxed) ?? "null";
        if (crossing.Place.StartsWith("invitation.", StringComparison.Ordinal)) return Walk(world.Invitation(crossing.Deal), crossing.Place["invitation.".Length..]);
        return Walk(world.Opportunity(crossing.Deal), crossing.Place);
    }

    /// <summary>Values that are only known when the deal exists are taken from where they come from, as text.</summary>
    private async Task<string> ExpectedAsync(Crossing crossing) => crossing.Value switch
    {
        "(the Opportunity's id)" => $"\"{world.MappedObject(crossing.Deal)}\"",
        "(the Opportunity's address)" => $"\"https://syncworker-dev-ed.my.salesforce.com/lightning/r/Opportunity/{world.MappedObject(crossing.Deal)}/view\"",
        "(the opportunity's id)" => world.Opportunity(crossing.Deal)["Id"]!.ToJsonString(),
        "(the opportunity's CreatedDate)" => Seconds(world.Opportunity(crossing.Deal)["CreatedDate"]!),
        "(the opportunity's LastModifiedDate)" => Seconds(world.Opportunity(crossing.Deal)["LastModifiedDate"]!),
        "(the invitation's ExpirationDate)" => Seconds(world.Invitation(crossing.Deal)["ExpirationDate"]!),
        "(the link's id)" => $"\"{await world.LinkAsync(crossing.Deal)}\"",
        var written => written,
    };

    /// <summary>An AWS timestamp as Salesforce prints it, cut to whole seconds.</summary>
    private static string Seconds(JsonNode timestamp) => $"\"{timestamp.GetValue<string>()[..19]}.000+0000\"";

    private static string Walk(JsonNode? node, string path)
    {
        foreach (var step in path.Split('.'))
        {
            var at = step.IndexOf('[', StringComparison.Ordinal);
            node = node?[at < 0 ? step : step[..at]];
            if (at < 0) continue;
            var pick = step[(at + 1)..^1].Split('=');
            node = pick.Length == 1 ? node?[int.Parse(pick[0])] : node?.AsArray().FirstOrDefault(e => e![pick[0]]?.GetValue<string>() == pick[1]);
        }

        return node is JsonArray list && list.All(e => e is JsonValue) ? new JsonArray([.. list.OrderBy(e => e!.GetValue<string>(), StringComparer.Ordinal).Select(e => e!.DeepClone())]).ToJsonString(Relaxed) : node?.ToJsonString(Relaxed) ?? "null";
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
