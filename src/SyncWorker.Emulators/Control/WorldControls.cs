using System.Globalization;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Control;

/// <summary>Clock, reset, journal and faults.</summary>
internal sealed class WorldControls(EmulatedWorld world)
{
    private static readonly Dictionary<string, FaultKind> Kinds = new()
    {
        ["unavailable"] = FaultKind.Unavailable,
        ["throttled"] = FaultKind.Throttled,
        ["lostAnswer"] = FaultKind.LostAnswer,
        ["timeout"] = FaultKind.Timeout,
        ["internalError"] = FaultKind.InternalError,
        ["accessDenied"] = FaultKind.AccessDenied,
        ["quotaExceeded"] = FaultKind.QuotaExceeded,
        ["expiredToken"] = FaultKind.ExpiredToken,
    };

    private static readonly HashSet<FaultKind> OnlyPartnerCentral = [FaultKind.InternalError, FaultKind.AccessDenied, FaultKind.QuotaExceeded, FaultKind.ExpiredToken];

    public ControlAnswer? Answer(ControlRequest request) => (request.Method, request.Path) switch
    {
        ("GET", ["clock"]) => Now(),
        ("POST", ["clock"]) => Advance(request),
        ("POST", ["reset"]) => Do(world.Reset),
        ("GET", ["journal"]) => ControlAnswer.Ok(new JsonArray([.. world.Calls.Select(Entry)])),
        ("DELETE", ["journal"]) => Do(world.ClearCalls),
        ("POST", ["faults"]) => Order(request),
        ("DELETE", ["faults"]) => Do(world.Faults.Clear),
        _ => null,
    };

    private ControlAnswer Now() => ControlAnswer.Ok(new JsonObject { ["now"] = Instant(world.Clock.GetUtcNow()) });

    private ControlAnswer Advance(ControlRequest request)
    {
        var text = request.Text("advance");
        if (!TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var by) || by < TimeSpan.Zero)
            throw new ControlException(400, "INVALID_MEMBER", $"\"advance\" must be a duration such as \"00:10:00\", not \"{text}\".");
        world.Clock.Advance(by);
        return Now();
    }

    private ControlAnswer Order(ControlRequest request)
    {
        var api = request.Text("api");
        if (api is not ("salesforce" or "partnerCentral")) throw new ControlException(400, "INVALID_MEMBER", "\"api\" must be \"salesforce\" or \"partnerCentral\".");
        if (!Kinds.TryGetValue(request.Text("kind"), out var kind)) throw new ControlException(400, "INVALID_MEMBER", $"\"kind\" must be one of {string.Join(", ", Kinds.Keys)}.");
        if (api == "salesforce" && OnlyPartnerCentral.Contains(kind)) throw new ControlException(400, "INVALID_MEMBER", "\"kind\" does not happen in Salesforce.");
        var times = request.Body()["times"] switch
        {
            null => 1,
            JsonValue value when value.TryGetValue(out int number) && number > 0 => number,
            _ => throw new ControlException(400, "INVALID_MEMBER", "\"times\" must be a whole number from 1."),
        };
        world.Faults.Add(new Fault(api, request.OptionalText("operation"), kind, times));
        return ControlAnswer.Done;
    }

    private static ControlAnswer Do(Action act)
    {
        act();
        return ControlAnswer.Done;
    }

    private static JsonNode Entry(EmulatorCall call) => new JsonObject
    {
        ["at"] = Instant(call.At),
        ["api"] = call.Api,
        ["operation"] = call.Operation,
        ["status"] = call.Status,
        ["error"] = call.Error,
    };

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
