using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Operations;
using SyncWorker.Emulators.PartnerCentral.Store;
using SyncWorker.Emulators.PartnerCentral.Wire;

namespace SyncWorker.Emulators.PartnerCentral;

/// <summary>
/// AWS Partner Central's Selling API, pretended: request in, response out, by the clock it is given. It answers on the
/// caller's thread and holds one lock, so any number of clients may share it.
/// </summary>
public sealed partial class PartnerCentralEmulator : HttpMessageHandler
{
    private const string SigningName = "partnercentral-selling";
    private const int CallsKept = 10_000;

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly PartnerCentralEmulatorOptions _options;
    private readonly SigV4Verifier _signatures;
    private readonly Queue<EmulatorCall> _calls = new();
    private PartnerCentralState _state;
    private SellingApi _api;
    private Quotas _quotas;

    /// <summary>An account with its seed and no opportunities.</summary>
    /// <param name="clock">Where the emulator takes its time from.</param>
    /// <param name="options">How the account looks and how strict it is.</param>
    public PartnerCentralEmulator(TimeProvider clock, PartnerCentralEmulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(options);
        _clock = clock;
        _options = options;
        _signatures = new SigV4Verifier(SigningName, options, clock);
        _state = new PartnerCentralState(clock, options);
        _api = new SellingApi(_state);
        _quotas = new Quotas(clock, options);
    }

    /// <summary>Asked before every request; a response it returns is sent instead of the emulator's own.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Intercept { get; set; }

    /// <summary>The last ten thousand requests answered, oldest first.</summary>
    public IReadOnlyList<EmulatorCall> Calls
    {
        get
        {
            lock (_gate) return [.. _calls];
        }
    }

    /// <summary>Forgets the requests answered so far.</summary>
    public void ClearCalls()
    {
        lock (_gate) _calls.Clear();
    }

    /// <summary>Back to the seed: every opportunity, invitation and task is gone.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _state = new PartnerCentralState(_clock, _options);
            _api = new SellingApi(_state);
            _quotas = new Quotas(_clock, _options);
        }
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, null, cancellationToken);
        return Answer(request, body.ToArray());
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        // Content in memory is read without a wait, so the whole call completes at once.
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        return Answer(request, body);
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, byte[] body)
    {
        var operation = SellingWire.OperationName(request);
        var response = Intercept?.Invoke(request) ?? CarryOut(request, operation, body);
        if (SellingWire.IsAlias(request)) SellingWire.AnswerAsAlias(response);
        response.RequestMessage = request;
        Record(operation, response);
        return response;
    }

    private HttpResponseMessage CarryOut(HttpRequestMessage request, string operation, byte[] body)
    {
        lock (_gate)
        {
            var requestId = _state.Identifiers.Request();
            try
            {
                if (!SellingWire.IsUnderstood(request) || !_api.Knows(operation)) throw new SellingException("UnknownOperationException", "");
                _signatures.Verify(request, body);
                if (_options.EnforceQuotas) _quotas.Charge(operation);
                JsonNode? answer = _api.Answer(operation, SellingWire.ReadBody(body));
                if (_options.EntityEncoding) answer = EntityEncoding.Spoil(answer);
                return SellingWire.Success(answer, requestId, _clock.GetUtcNow());
            }
            catch (SellingException error)
            {
                return SellingWire.Error(error, _options.StatusCodes, requestId, _clock.GetUtcNow());
            }
        }
    }

    private void Record(string operation, HttpResponseMessage response)
    {
        var error = response.Headers.TryGetValues("x-amzn-ErrorType", out var values) ? values.First().Split(':')[0] : null;
        if (error is null && !response.IsSuccessStatusCode) error = response.StatusCode.ToString();
        lock (_gate)
        {
            _calls.Enqueue(new EmulatorCall(_clock.GetUtcNow(), "partnerCentral", operation, (int)response.StatusCode, error));
            if (_calls.Count > CallsKept) _calls.Dequeue();
        }
    }
}
