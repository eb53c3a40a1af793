using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Model;
using SyncWorker.Emulators.Salesforce.Records;
using SyncWorker.Emulators.Salesforce.Soql;
using SyncWorker.Emulators.Salesforce.Wire;

namespace SyncWorker.Emulators.Salesforce;

/// <summary>
/// Salesforce's REST API as one message handler: a request goes in, the reply comes out, and nothing else happens meanwhile. Calls are answered one at a time.
/// What people do in the org by hand is here too.
/// </summary>
public sealed class SalesforceEmulator : HttpMessageHandler
{
    private const int CallsKept = 10_000;

    private readonly Lock gate = new();
    private readonly List<EmulatorCall> calls = [];
    private readonly TimeProvider clock;
    private readonly SalesforceEmulatorOptions options;
    private Org org;

    /// <summary>Opens the org.</summary>
    /// <param name="clock">The org's clock; it stamps records and dates replies.</param>
    /// <param name="options">What the org is.</param>
    public SalesforceEmulator(TimeProvider clock, SalesforceEmulatorOptions options)
    {
        this.clock = clock;
        this.options = options;
        org = new Org(clock, options);
    }

    /// <summary>What the org was opened with.</summary>
    public SalesforceEmulatorOptions Options => options;

    /// <summary>Runs before a request is handled. A reply from it is the answer, and the org never sees the request.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Intercept { get; set; }

    /// <summary>The requests answered, oldest first.</summary>
    public IReadOnlyList<EmulatorCall> Calls
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    /// <summary>Forgets the requests answered so far.</summary>
    public void ClearCalls()
    {
        lock (gate)
            calls.Clear();
    }

    /// <summary>Makes the org as it was on its first day. Sessions end, and the journal of calls stays.</summary>
    public void Reset()
    {
        lock (gate)
            org = new Org(clock, options);
    }

    /// <summary>Ends all sessions, as an administrator may at any time.</summary>
    public void EndSessions()
    {
        lock (gate)
            org.Sessions.CloseAll();
    }

    /// <summary>All records of an object with all their fields, without those in the recycle bin.</summary>
    public JsonArray Records(string objectName)
    {
        lock (gate)
            return new JsonArray([.. org.Store.Rows(Type(objectName)).Select(Print)]);
    }

    /// <summary>One record with all its fields, or null when there is none or it was deleted.</summary>
    public JsonObject? Record(string objectName, string id)
    {
        lock (gate)
            return SalesforceId.TryParse(id, out var known) && org.Store.Find(known) is { IsDeleted: false } row && row.Type == Type(objectName) ? Print(row) : null;
    }

    /// <summary>A person creates a record.</summary>
    /// <param name="objectName">The object's API name.</param>
    /// <param name="fields">The fields and their values.</param>
    /// <param name="asUsername">Who does it.</param>
    /// <param name="transactionAge">How long the transaction ran: the record appears now, with stamps that old.</param>
    /// <returns>The new record's id.</returns>
    public string Create(string objectName, JsonObject fields, string asUsername, TimeSpan transactionAge = default) =>
        ByHand(asUsername, transactionAge, userId => org.Saver.Insert(Type(objectName), AsSent(fields), userId).Id);

    /// <summary>A person edits a record.</summary>
    /// <param name="objectName">The object's API name.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="fields">The fields that change and their new values.</param>
    /// <param name="asUsername">Who does it.</param>
    /// <param name="transactionAge">How long the transaction ran: the change appears now, with stamps that old.</param>
    public void Edit(string objectName, string id, JsonObject fields, string asUsername, TimeSpan transactionAge = default) => ByHand(asUsername, transactionAge, userId =>
    {
        org.Saver.Update(Row(objectName, id), AsSent(fields), userId);
        return id;
    });

    /// <summary>A person deletes a record. It goes to the recycle bin.</summary>
    public void Delete(string objectName, string id, string asUsername) => ByHand(asUsername, TimeSpan.Zero, userId =>
    {
        org.Saver.Delete(Row(objectName, id), userId);
        return id;
    });

    /// <summary>An internal process of Salesforce touches a record: SystemModstamp moves, and nothing else does.</summary>
    public void Touch(string objectName, string id)
    {
        lock (gate)
        {
            org.Store.Touch(Row(objectName, id));
            org.Store.Commit();
        }
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
        lock (gate)
        {
            var http = new HttpDoor(org, options, clock);
            var reply = Intercept?.Invoke(request);
            var operation = HttpDoor.Operation(request);
            var (response, error) = reply is null ? http.Answer(request, body) : (reply, null);
            response.RequestMessage = request;
            response.Headers.Date ??= clock.GetUtcNow();
            org.Store.Commit();
            calls.Add(new EmulatorCall(clock.GetUtcNow(), "salesforce", operation, (int)response.StatusCode, error));
            if (calls.Count > CallsKept)
                calls.RemoveRange(0, calls.Count - CallsKept);
            return response;
        }
    }

    private string ByHand(string username, TimeSpan transactionAge, Func<string, string> deed)
    {
        lock (gate)
        {
            var mark = org.Store.Mark();
            try
            {
                var user = org.User(username) ?? throw new PersonRefusedException("UNKNOWN_USER", $"There is no user {username} in this org.");
                org.Store.TransactionAge = transactionAge;
                return deed(user.Id);
            }
            catch (RefusedException refusal)
            {
                org.Store.RollBackTo(mark);
                throw new PersonRefusedException(refusal.Error.Code, refusal.Error.Message);
            }
            finally
            {
                org.Store.TransactionAge = TimeSpan.Zero;
                org.Store.Commit();
            }
        }
    }

    /// <summary>As the fields would arrive over the wire, whatever .NET values the caller put in.</summary>
    private static JsonObject AsSent(JsonObject fields) => JsonNode.Parse(fields.ToJsonString())!.AsObject();

    private ObjectType Type(string name) =>
        org.Model.TryObject(name, out var type) ? type : throw new PersonRefusedException("INVALID_TYPE", $"sObject type '{name}' is not supported.");

    private Row Row(string objectName, string id)
    {
        var row = SalesforceId.TryParse(id, out var known) ? org.Store.Find(known) : null;
        return row is not null && row.Type == Type(objectName) ? row : throw new PersonRefusedException("NOT_FOUND", $"There is no {objectName} with id {id}.");
    }

    private JsonObject Print(Row row) => new RecordPrinter(org.Model, org.Store, $"{ApiPath.Root}/v{ApiVersions.Newest}.0").Whole(row, row.Type.Fields);
}
