using Microsoft.Extensions.DependencyInjection;
using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.PartnerCentral;
using SyncWorker.Remote;
using SyncWorker.Salesforce;
using SyncWorker.Simulation.Rows;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Mutants;

/// <summary>Faults of the field map's codecs, and times that are too short.</summary>
internal static class MutantsInSettings
{
    public static IEnumerable<Mutant> All =>
    [
        Waiting("records are settled before they are quiet", o => o.QuietTime = TimeSpan.FromSeconds(1)),
        Waiting("a write is sent anew while an earlier one may still land", o => o.InFlight = TimeSpan.FromSeconds(10)) with { Run = Seldom.LateUpdates },
        Unbounded("a write that waited for long is sent all the same") with { Run = Seldom.LateUpdatesAtASlowPace },
        Waiting("Salesforce is read without an overlap", o => o.PollOverlap = TimeSpan.Zero),
        Mapping("a text is trimmed on the way", SimulatedRows.NextStep.Label, real => new ChangedCodec(real) { Reads = (_, v) => v.Length > 10 ? v[..10] : v }),
        Mapping("a picklist value without a partner becomes another one", SimulatedRows.Stage.Label, real => new ChangedCodec(real) { Otherwise = "Prospect" }),
        Mapping("a day is shifted on the way to AWS", SimulatedRows.CloseDate.Label, real => new ChangedCodec(real)
        {
            Writes = (place, v) => place == Place.PartnerCentral ? DateOnly.Parse(v, System.Globalization.CultureInfo.InvariantCulture).AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : v,
        }),
        Mapping("an amount is rounded on the way", SimulatedRows.Revenue.Label, real => new ChangedCodec(real) { Reads = (_, v) => v.Split('.')[0] }),
    ];

    private static Mutant Waiting(string name, Action<SyncOptions> change) => new(name, _ => new Variant(name) { Configure = services => services.PostConfigure(change) });

    /// <summary>Whatever time a request was to be sent by is forgotten before anybody looks at it.</summary>
    private static Mutant Unbounded(string name) => new(name, _ => new Variant(name)
    {
        Configure = services =>
        {
            foreach (var client in (string[])[SalesforceRegistration.Name, PartnerCentralRegistration.Name])
                services.AddHttpClient(client).ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Insert(0, new ChangedCalls { Asks = Forget }));
        },
    });

    private static bool Forget(HttpRequestMessage request)
    {
        SendingHandler.Bound(request, DateTimeOffset.MaxValue);
        return false;
    }

    private static Mutant Mapping(string name, string label, Func<Core.Mapping.Codecs.Codec, ChangedCodec> change) => new(name, _ => new Variant(name) { Map = map => ChangedCodec.In(map, label, change) });
}
