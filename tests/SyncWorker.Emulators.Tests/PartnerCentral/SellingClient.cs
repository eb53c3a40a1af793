using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SyncWorker.Emulators.PartnerCentral;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

/// <summary>An emulator at a fixed time and a signing client on it, in process.</summary>
internal sealed class SellingClient : IDisposable
{
    private static readonly Uri Endpoint = new("https://partnercentral-selling.us-east-1.api.aws/");
    private readonly HttpMessageInvoker _invoker;
    private readonly TestSigner _signer;
    private int _tokens;

    public SellingClient(PartnerCentralEmulatorOptions? options = null)
    {
        Options = options ?? new PartnerCentralEmulatorOptions();
        Emulator = new PartnerCentralEmulator(Clock, Options);
        _invoker = new HttpMessageInvoker(Emulator);
        _signer = new TestSigner(Options.AccessKeyId, Options.SecretAccessKey);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 30, 15, 250, TimeSpan.Zero));

    public PartnerCentralEmulatorOptions Options { get; }

    public PartnerCentralEmulator Emulator { get; }

    public string Catalog { get; init; } = "AWS";

    /// <summary>Sends one signed operation; the catalog is added unless the request names one.</summary>
    public Answer Call(string operation, JsonObject request, Action<HttpRequestMessage>? spoil = null)
    {
        var body = request.DeepClone().AsObject();
        if (!body.ContainsKey(nameof(Catalog))) body[nameof(Catalog)] = Catalog;
        return Send(operation, body.ToJsonString(), spoil);
    }

    public Answer Send(string operation, string body, Action<HttpRequestMessage>? spoil = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, Endpoint) { Content = new StringContent(body, Encoding.UTF8) };
        message.Content.Headers.Remove("Content-Type");
        message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-amz-json-1.0");
        message.Headers.TryAddWithoutValidation("X-Amz-Target", "AWSPartnerCentralSelling." + operation);
        _signer.Sign(message, body, Clock.GetUtcNow(), "Content-Type", "X-Amz-Target");
        spoil?.Invoke(message);
        return Send(message);
    }

    public Answer Send(HttpRequestMessage message)
    {
        var sent = _invoker.SendAsync(message, CancellationToken.None);
        Assert.True(sent.IsCompleted, "The emulator answers on the caller's thread.");
        var response = sent.GetAwaiter().GetResult();
        using var reader = new StreamReader(response.Content.ReadAsStream());
        var text = reader.ReadToEnd();
        return new Answer(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject(), response);
    }

    public string Create(JsonObject? opportunity = null)
    {
        var request = opportunity ?? Some.Opportunity();
        request["ClientToken"] ??= $"token-{++_tokens}";
        var answer = Call("CreateOpportunity", request);
        Assert.True(answer.Error is null, answer.Body?.ToJsonString());
        return answer["Id"]!;
    }

    public Answer Get(string id) => Call("GetOpportunity", new JsonObject { ["Identifier"] = id });

    /// <summary>Reads, changes and writes back, as the guide says: everything else is echoed.</summary>
    public Answer Update(string id, Action<JsonObject> change)
    {
        var request = Get(id).Body!.DeepClone().AsObject();
        request["Identifier"] = id;
        foreach (var name in new[] { "Id", "Arn", "CreatedDate", "OpportunityTeam", "RelatedEntityIdentifiers" }) request.Remove(name);
        change(request);
        return Call("UpdateOpportunity", request);
    }

    public void Dispose() => _invoker.Dispose();
}
