using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Salesforce;

/// <summary>A stand-in that only makes this branch compile; the Salesforce emulator replaces it.</summary>
/// <param name="clock">Where the emulator takes its time from.</param>
/// <param name="options">What the pretended org is.</param>
public sealed class SalesforceEmulator(TimeProvider clock, SalesforceEmulatorOptions options) : HttpMessageHandler
{
    private readonly Dictionary<string, JsonObject> _records = [];
    private readonly List<EmulatorCall> _calls = [];

    /// <summary>What the pretended org is.</summary>
    public SalesforceEmulatorOptions Options { get; } = options;

    /// <summary>The requests answered so far.</summary>
    public IReadOnlyList<EmulatorCall> Calls => [.. _calls];

    /// <summary>Forgets the requests answered so far.</summary>
    public void ClearCalls() => _calls.Clear();

    /// <summary>Back to the start.</summary>
    public void Reset() => _records.Clear();

    /// <summary>All records of an object.</summary>
    /// <param name="objectName">The object's API name.</param>
    public JsonArray Records(string objectName) => new([.. _records.Where(r => r.Key.StartsWith(objectName + "/", StringComparison.Ordinal)).Select(r => r.Value.DeepClone())]);

    /// <summary>One record, or null.</summary>
    /// <param name="objectName">The object's API name.</param>
    /// <param name="id">The record's id.</param>
    public JsonObject? Record(string objectName, string id) => _records.GetValueOrDefault($"{objectName}/{id}")?.DeepClone().AsObject();

    /// <summary>A person creates a record.</summary>
    /// <param name="objectName">The object's API name.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="asUsername">Who.</param>
    public string Create(string objectName, JsonObject fields, string asUsername)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.ContainsKey("Refuse")) throw new PersonRefusedException("STRING_TOO_LONG", "data value too large");
        var id = $"a00{_records.Count + 1:D12}AAA";
        var record = fields.DeepClone().AsObject();
        record["Id"] = id;
        record["LastModifiedBy"] = asUsername;
        _records.Add($"{objectName}/{id}", record);
        return id;
    }

    /// <summary>A person edits a record.</summary>
    /// <param name="objectName">The object's API name.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="fields">The fields that change.</param>
    /// <param name="asUsername">Who.</param>
    public void Edit(string objectName, string id, JsonObject fields, string asUsername)
    {
        ArgumentNullException.ThrowIfNull(fields);
        foreach (var (name, value) in fields) _records[$"{objectName}/{id}"][name] = value?.DeepClone();
    }

    /// <summary>A person deletes a record.</summary>
    /// <param name="objectName">The object's API name.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="asUsername">Who.</param>
    public void Delete(string objectName, string id, string asUsername) => _records.Remove($"{objectName}/{id}");

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        _calls.Add(new EmulatorCall(clock.GetUtcNow(), "salesforce", $"{request.Method} {request.RequestUri!.OriginalString}", 200, null));
        return Task.FromResult(new HttpResponseMessage { Content = new StringContent($"{request.RequestUri!.OriginalString} {request.Headers.Host}"), RequestMessage = request });
    }
}
