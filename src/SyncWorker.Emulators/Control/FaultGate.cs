using SyncWorker.Emulators.PartnerCentral.Wire;

namespace SyncWorker.Emulators.Control;

/// <summary>Stands before an emulator and makes calls go wrong from outside, so that the emulator itself knows nothing of faults.</summary>
internal sealed class FaultGate(string api, HttpMessageHandler inner, FaultList faults, Func<FaultKind, HttpResponseMessage> answer, TimeProvider clock) : DelegatingHandler(inner)
{
    private readonly Lock _gate = new();
    private readonly List<EmulatorCall> _calls = [];

    /// <summary>The calls that never reached the emulator; it keeps the others itself.</summary>
    public IReadOnlyList<EmulatorCall> Calls
    {
        get
        {
            lock (_gate) return [.. _calls];
        }
    }

    public void ClearCalls()
    {
        lock (_gate) _calls.Clear();
    }

    // The emulators answer at once, so nothing is waited for here.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = SellingWire.OperationName(request);
        switch (faults.Take(api, operation)?.Kind)
        {
            case null:
                return await base.SendAsync(request, cancellationToken);
            case FaultKind.LostAnswer:
                (await base.SendAsync(request, cancellationToken)).Dispose();
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke before the answer arrived.");
            case FaultKind.Timeout:
                Remember(operation, 0, nameof(FaultKind.Timeout));
                throw new TaskCanceledException("No answer arrived in time.", new TimeoutException("No answer arrived in time."));
            case { } kind:
                var response = answer(kind);
                response.RequestMessage = request;
                Remember(operation, (int)response.StatusCode, kind.ToString());
                return response;
        }
    }

    private void Remember(string operation, int status, string error)
    {
        lock (_gate) _calls.Add(new EmulatorCall(clock.GetUtcNow(), api, operation, status, error));
    }
}
