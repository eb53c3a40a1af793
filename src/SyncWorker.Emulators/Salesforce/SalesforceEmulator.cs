using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Wire;

namespace SyncWorker.Emulators.Salesforce;

/// <summary>
/// Salesforce's REST API as one message handler: a request goes in, the reply comes out, and nothing else happens meanwhile. Calls are answered one at a time.
/// What people do in the org by hand is here too; it throws <see cref="PersonRefusedException"/> where the org would refuse them.
/// </summary>
public sealed class SalesforceEmulator : HttpMessageHandler
{
    private const int CallsKept = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<EmulatorCall> _calls = new();
    private readonly TimeProvider _clock;
    private readonly SalesforceEmulatorOptions _options;
    private Org _org;

    /// <summary>Opens the org.</summary>
    /// <param name="clock">The org's clock; it stamps records and dates replies.</param>
    /// <param name="options">What the org is.</param>
    public SalesforceEmulator(TimeProvider clock, SalesforceEmulatorOptions options)
    {
        _clock = clock;
        _options = options;
        _org = new Org(clock, options);
    }

    /// <summary>What the org was opened with.</summary>
    public SalesforceEmulatorOptions Options => _options;

    /// <summary>Runs before a request is handled. A reply from it is the answer, and the org never sees the request. It may use the emulator's other methods.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Intercept { get; set; }

    /// <summary>The requests answered, oldest first; the last ten thousand of them.</summary>
    public IReadOnlyList<EmulatorCall> Calls
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    private People People => new(_org);

    /// <summary>Forgets the requests answered so far.</summary>
    public void ClearCalls()
    {
        lock (_gate)
            _calls.Clear();
    }

    /// <summary>Makes the org as it was on its first day. Sessions end, and the journal of calls stays.</summary>
    public void Reset()
    {
        lock (_gate)
            _org = new Org(_clock, _options);
    }

    /// <summary>Ends all sessions, as an administrator may at any time.</summary>
    public void EndSessions()
    {
        lock (_gate)
            _org.Sessions.CloseAll();
    }

    /// <summary>All records of an object with all their fields, without those in the recycle bin.</summary>
    public JsonArray Records(string objectName)
    {
        lock (_gate)
            return People.Records(objectName);
    }

    /// <summary>One record with all its fields, or null when there is none or it was deleted.</summary>
    public JsonObject? Record(string objectName, string id)
    {
        lock (_gate)
            return People.Record(objectName, id);
    }

    /// <summary>A person creates a record.</summary>
    /// <param name="objectName">The object's API name.</param>
    /// <param name="fields">The fields and their values.</param>
    /// <param name="asUsername">Who does it.</param>
    /// <param name="transactionAge">How long the transaction ran: the record appears now, with stamps that old.</param>
    /// <returns>The new record's id.</returns>
    public string Create(string objectName, JsonObject fields, string asUsername, TimeSpan transactionAge = default)
    {
        ArgumentNullException.ThrowIfNull(fields);
        lock (_gate)
            return People.Create(objectName, fields, asUsername, transactionAge);
    }

    /// <summary>A person edits a record.</summary>
    /// <param name="objectName">The object's API name.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="fields">The fields that change and their new values.</param>
    /// <param name="asUsername">Who does it.</param>
    /// <param name="transactionAge">How long the transaction ran: the change appears now, with stamps that old.</param>
    public void Edit(string objectName, string id, JsonObject fields, string asUsername, TimeSpan transactionAge = default)
    {
        ArgumentNullException.ThrowIfNull(fields);
        lock (_gate)
            People.Edit(objectName, id, fields, asUsername, transactionAge);
    }

    /// <summary>A person deletes a record. It goes to the recycle bin.</summary>
    public void Delete(string objectName, string id, string asUsername)
    {
        lock (_gate)
            People.Delete(objectName, id, asUsername);
    }

    /// <summary>A person takes a record out of the recycle bin.</summary>
    public void Undelete(string objectName, string id, string asUsername)
    {
        lock (_gate)
            People.Undelete(objectName, id, asUsername);
    }

    /// <summary>An admin registers the app's certificate, whose key signs the assertions of the JWT bearer flow.</summary>
    /// <param name="pem">An X.509 certificate with an RSA key, in PEM.</param>
    public void RegisterCertificate(string pem)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
        }
        catch (CryptographicException)
        {
            throw new PersonRefusedException("INVALID_CERTIFICATE", "That is no X.509 certificate in PEM.");
        }

        lock (_gate)
            _options.CertificatePem = pem;
    }

    /// <summary>An internal process of Salesforce touches a record: SystemModstamp moves, and nothing else does.</summary>
    public void Touch(string objectName, string id)
    {
        lock (_gate)
            People.Touch(objectName, id);
    }

    /// <inheritdoc />
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, null, cancellationToken);
        return Answer(request, body.ToArray());
    }

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        // Content in memory is read without a wait, so the whole call completes at once.
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        return Answer(request, body);
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, byte[] body)
    {
        lock (_gate)
        {
            var operation = HttpDoor.Operation(request);
            var intercepted = Intercept?.Invoke(request);
            var (response, error) = intercepted is null ? new HttpDoor(_org, _options, _clock).Answer(request, body) : (intercepted, null);
            _org.Store.Commit();
            response.RequestMessage = request;
            response.Headers.Date ??= _clock.GetUtcNow();
            _calls.Enqueue(new EmulatorCall(_clock.GetUtcNow(), "salesforce", operation, (int)response.StatusCode, error));
            if (_calls.Count > CallsKept)
                _calls.Dequeue();
            return response;
        }
    }
}
