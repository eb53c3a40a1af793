using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SyncWorker.Emulators.Salesforce;

namespace SyncWorker.Emulators.Tests.Salesforce;

/// <summary>An org with the small source deployed, and a logged-in client on it.</summary>
internal sealed class EmulatedOrg : IDisposable
{
    public const string Data = "/services/data/v67.0";
    public const string Seller = "ana.silva@example.com";

    private readonly SourceFolder _source = new();
    private readonly HttpClient _client;

    public EmulatedOrg(Action<SalesforceEmulatorOptions>? adjust = null, Action<SourceFolder>? deploy = null)
    {
        deploy?.Invoke(_source);
        var options = new SalesforceEmulatorOptions { SourceFolder = _source.Path, ClientId = "key", ClientSecret = "secret", InstanceUrl = new Uri("https://org.example.com") };
        adjust?.Invoke(options);
        Emulator = new SalesforceEmulator(Clock, options);
        _client = new HttpClient(Emulator) { BaseAddress = new Uri("https://org.example.com") };
        LogIn();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 21, 20, 0, 500, TimeSpan.Zero));

    public SalesforceEmulator Emulator { get; }

    public HttpClient Client => _client;

    public void Dispose()
    {
        _client.Dispose();
        _source.Dispose();
    }

    public Answer LogIn()
    {
        _client.DefaultRequestHeaders.Authorization = null;
        var answer = Token("grant_type=client_credentials&client_id=key&client_secret=secret");
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)answer.Json["access_token"]);
        return answer;
    }

    public Answer Token(string form, string host = "org.example.com", string? basic = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"https://{host}/services/oauth2/token")
        {
            Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        if (basic is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(basic)));
        return Send(request);
    }

    public Answer Get(string path, params (string Name, string Value)[] headers) => Call("GET", path, null, headers);

    public Answer Post(string path, string json) => Call("POST", path, json);

    public Answer Patch(string path, string json, params (string Name, string Value)[] headers) => Call("PATCH", path, json, headers);

    public Answer Delete(string path) => Call("DELETE", path, null);

    public Answer Query(string soql, params (string Name, string Value)[] headers) => Get("/query?q=" + Uri.EscapeDataString(soql), headers);

    public Answer QueryAll(string soql) => Get("/queryAll?q=" + Uri.EscapeDataString(soql));

    /// <summary>Names of the opportunities that a condition selects, by name.</summary>
    public string[] Opportunities(string where)
    {
        var answer = Query($"SELECT Name FROM Opportunity WHERE {where} ORDER BY Name");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer.Names;
    }

    /// <summary>Project titles of the shared deals that a condition selects, by title.</summary>
    public string[] Deals(string where)
    {
        var answer = Query($"SELECT Project_Title__c FROM {SourceFolder.Deal} WHERE {where} ORDER BY Project_Title__c");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return [.. answer.Json["records"]!.AsArray().Select(r => (string)r!["Project_Title__c"]!)];
    }

    public string IdOf(string opportunity) => (string)Query($"SELECT Id FROM Opportunity WHERE Name = '{opportunity}'").Json["records"]![0]!["Id"]!;

    public string Create(string type, string json)
    {
        var answer = Post("/sobjects/" + type, json);
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        return (string)answer.Json["id"]!;
    }

    public string CreateDeal(string json) => Create(SourceFolder.Deal, json);

    public JsonNode Deal(string id) => Get($"/sobjects/{SourceFolder.Deal}/{id}").Json;

    /// <summary>What a deal holds in one field after it was created with the given JSON value.</summary>
    public string Kept(string field, string json) => Deal(CreateDeal($$"""{"{{field}}":{{json}}}"""))[field]?.ToJsonString() ?? "null";

    /// <summary>Creates a deal with the given JSON value, and expects to be refused.</summary>
    public Answer Refused(string field, string json) => Post("/sobjects/" + SourceFolder.Deal, $$"""{"{{field}}":{{json}}}""");

    public Answer Composite(string subrequests, string flags = "") => Post("/composite", $$"""{{{flags}}"compositeRequest":[{{subrequests}}]}""");

    public Answer Call(string method, string path, string? json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path.StartsWith("/services", StringComparison.Ordinal) ? path : Data + path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return Send(request);
    }

    public Answer Send(HttpRequestMessage request)
    {
        var sending = _client.SendAsync(request);
        Assert.True(sending.IsCompleted, "The emulator must answer without waiting.");
        var response = sending.GetAwaiter().GetResult();
        using var reader = new StreamReader(response.Content.ReadAsStream());
        return new Answer(response.StatusCode, reader.ReadToEnd(), response);
    }
}
