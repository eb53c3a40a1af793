using System.Net;
using System.Text;
using SyncWorker.Core.Opportunities;
using SyncWorker.Simulation.People;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Faults;

/// <summary>The way from the worker to one of the two systems: calls take their time on it, and may go wrong.</summary>
internal sealed class FaultyWay(Universe universe, Side side, HttpMessageHandler system, Life life) : HttpMessageHandler
{
    // Longer than any request's time-out, and shorter than a write may still land after it was sent.
    private static readonly TimeSpan LatestEffect = TimeSpan.FromSeconds(110);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(121);
    // With these a call is carried out at once, whatever the worker hears of it.
    private static readonly FaultKind[] Arriving =
        [FaultKind.Stale, FaultKind.ClockSet, FaultKind.LostAnswer, FaultKind.KilledAfter, FaultKind.Twice, FaultKind.FailedAfter, FaultKind.Truncated, FaultKind.Stopped];

    private readonly HttpMessageInvoker _system = new(system, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        life.Check();
        if (life.WasTold) universe.Violate("I13 a process that was told that it was taken over sends");
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var call = Call.Of(side, request, body) with { SentAt = universe.Time.GetUtcNow() };
        universe.Counts.Calls++;
        universe.Latency();
        life.Check();
        var fault = universe.IsQuiet ? null : universe.Faults.Of(call);
        if (fault is not null) universe.Counts.Faults++;
        try
        {
            var answer = Through(request, body, call, fault, cancellationToken);
            universe.Latency();
            life.Check();
            universe.Trace.Note($"{universe.Stamp} {call.Operation} {fault} {(int)answer.StatusCode}");
            return answer;
        }
        catch (Exception error)
        {
            universe.Trace.Note($"{universe.Stamp} {call.Operation} {fault} {error.GetType().Name}");
            throw;
        }
    }

    private HttpResponseMessage Through(HttpRequestMessage request, string body, Call call, FaultKind? fault, CancellationToken cancellation)
    {
        if (call.IsWrite && fault is { } kept && !Arriving.Contains(kept)) universe.People.ThinkBetterOfIt(call, kept == FaultKind.Late);
        switch (fault)
        {
            case null:
                return Carry(request, body, call);
            case FaultKind.Refused:
                throw new HttpRequestException(HttpRequestError.ConnectionError, "connection refused");
            case FaultKind.NameUnknown:
                throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host");
            case FaultKind.ConnectTimeout:
                universe.Time.Pass(TimeSpan.FromSeconds(21));
                cancellation.ThrowIfCancellationRequested();
                throw new HttpRequestException(HttpRequestError.ConnectionError, "the attempt to connect timed out");
            case FaultKind.ClockSet:
                // AWS takes signatures of five minutes to either side.
                universe.WorkersClock.Ahead = universe.Chance.Of(0.5) ? TimeSpan.FromMinutes(4) : TimeSpan.FromMinutes(-4);
                return Carry(request, body, call);
            case FaultKind.TimeoutBefore:
                // The worker's own time-out cancels the call while time passes.
                universe.Time.Pass(LongestTimeout);
                cancellation.ThrowIfCancellationRequested();
                throw new InvalidOperationException("A call without an answer was not given up.");
            case FaultKind.Throttled:
                return side == Side.Salesforce ? Salesforce(HttpStatusCode.TooManyRequests, "REQUEST_LIMIT_EXCEEDED") : Aws(HttpStatusCode.TooManyRequests, "ThrottlingException");
            case FaultKind.LimitReached:
                return side == Side.Salesforce ? Salesforce(HttpStatusCode.Forbidden, "REQUEST_LIMIT_EXCEEDED") : Later(Aws(HttpStatusCode.TooManyRequests, "ThrottlingException"));
            case FaultKind.Unavailable:
                return side == Side.Salesforce ? Salesforce(HttpStatusCode.ServiceUnavailable, "SERVER_UNAVAILABLE") : Aws(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable");
            case FaultKind.Html:
                return Page(HttpStatusCode.OK);
            case FaultKind.Oversize:
                return Json(HttpStatusCode.OK, "{\"items\":[" + string.Join(',', Enumerable.Repeat("{\"a\":[1,null,{}]}", 2000)) + "]}");
            case FaultKind.Redirected:
                var elsewhere = Page(HttpStatusCode.Found);
                elsewhere.Headers.Location = new Uri("https://login.example.net/");
                return elsewhere;
            case FaultKind.Expired when side == Side.Salesforce:
                universe.Salesforce.EndSessions();
                return Carry(request, body, call);
            case FaultKind.Expired:
                return Aws(HttpStatusCode.Forbidden, "ExpiredTokenException");
            case FaultKind.KilledBefore:
                throw life.End();
            case FaultKind.Stale when !call.IsGuarded:
                return Aws(HttpStatusCode.Conflict, "ConflictException");
            case FaultKind.Stale:
                universe.People.SaveTargetOf(call);
                return Carry(request, body, call);
            case FaultKind.Late:
                universe.Time.After(universe.Chance.Between(TimeSpan.FromSeconds(1), LatestEffect), () =>
                {
                    using var answer = Carry(request, body, call);
                    universe.Trace.Note($"{universe.Stamp} {call.Operation} takes effect late {(int)answer.StatusCode}");
                });
                throw Broken();
            default:
                var reached = Carry(request, body, call);
                if (call.IsWrite) universe.People.UndoWhatLanded();
                return Afterwards(reached, request, body, call, fault.Value);
        }
    }

    private HttpResponseMessage Afterwards(HttpResponseMessage answer, HttpRequestMessage request, string body, Call call, FaultKind fault)
    {
        switch (fault)
        {
            case FaultKind.LostAnswer:
                throw Broken();
            case FaultKind.KilledAfter:
                throw life.End();
            case FaultKind.Twice:
                Carry(request, body, call).Dispose();
                return answer;
            case FaultKind.FailedAfter:
                return side == Side.Salesforce ? Salesforce(HttpStatusCode.InternalServerError, "UNKNOWN_EXCEPTION") : Aws(HttpStatusCode.InternalServerError, "InternalServerException");
            case FaultKind.Truncated:
                var text = answer.Content.ReadAsStringAsync().GetAwaiter().GetResult();
                var cut = Json(answer.StatusCode, text.Length == 0 ? "{" : text[..(text.Length / 2)]);
                cut.Headers.Date = answer.Headers.Date;
                return cut;
            case FaultKind.Stopped:
                universe.Time.Pass(TimeSpan.FromSeconds(30));
                if (!universe.IsQuiet) universe.People.Act();
                universe.Time.Pass(TimeSpan.FromSeconds(30));
                return answer;
            default:
                throw new InvalidOperationException($"{fault} is no fault of a call.");
        }
    }

    /// <summary>The call reaches the system. A copy, because it may do so more than once.</summary>
    private HttpResponseMessage Carry(HttpRequestMessage request, string body, Call call)
    {
        using var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version };
        foreach (var (name, values) in request.Headers) copy.Headers.TryAddWithoutValidation(name, values);
        if (request.Content is not null)
        {
            copy.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            foreach (var (name, values) in request.Content.Headers) copy.Content.Headers.TryAddWithoutValidation(name, values);
        }

        universe.Witness.Carrying(call);
        var isBusy = universe.People.IsBusy(call);
        if (isBusy) universe.People.Do(Deed.ColleagueEdits);
        var answer = _system.Send(copy, CancellationToken.None);
        if (isBusy) universe.People.Do(Deed.ColleagueEdits);
        answer.RequestMessage = request;
        if (call.IsWrite) universe.Witness.Carried(call, answer);
        else universe.Witness.Readings.Answered(call, answer);
        return answer;
    }

    private static HttpRequestException Broken() => new(HttpRequestError.ResponseEnded, "the connection broke");

    private static HttpResponseMessage Later(HttpResponseMessage answer)
    {
        answer.Headers.RetryAfter = new(TimeSpan.FromSeconds(60));
        return answer;
    }

    private static HttpResponseMessage Page(HttpStatusCode status) => new(status) { Content = new StringContent("<html><body>Please wait</body></html>", Encoding.UTF8, "text/html") };

    private static HttpResponseMessage Json(HttpStatusCode status, string text) => new(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    private static HttpResponseMessage Salesforce(HttpStatusCode status, string code) => Json(status, $$"""[{"message":"no","errorCode":"{{code}}"}]""");

    private static HttpResponseMessage Aws(HttpStatusCode status, string name) => Json(status, $$"""{"__type":"com.amazonaws.partnercentralselling#{{name}}","Message":"no"}""");
}
