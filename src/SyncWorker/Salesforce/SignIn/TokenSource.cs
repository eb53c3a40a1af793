using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Polly.Timeout;
using SyncWorker.Remote;

namespace SyncWorker.Salesforce.SignIn;

/// <summary>
/// Signs in and shares the token: however many requests find it expired, one signs in again. A sign-in that is refused is a matter of configuration: it is not repeated for some minutes,
/// or until the settings change, and meanwhile every request fails with the same words.
/// </summary>
internal sealed class TokenSource(IHttpClientFactory clients, IOptionsMonitor<SalesforceOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>The name of the HTTP client that talks to the token endpoint.</summary>
    public const string ClientName = "Salesforce sign-in";

    /// <summary>How long a refused sign-in is not tried again: repeated ones lock a user out.</summary>
    internal static readonly TimeSpan RefusedFor = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Token? _token;
    private OrgId? _org;
    private (RemoteException Told, SalesforceOptions Given, DateTimeOffset Until)? _refused;

    /// <summary>The token in use; signs in where there is none.</summary>
    public async ValueTask<Token> GetAsync(CancellationToken cancellation) => _token ?? await RenewAsync(null, cancellation);

    /// <summary>Signs in again, unless somebody else has done so since the token was found expired.</summary>
    public async Task<Token> RenewAsync(Token? expired, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_token is { } fresh && !ReferenceEquals(fresh, expired)) return fresh;
            _token = null;
            if (_refused is { } last && last.Given == options.CurrentValue && time.GetUtcNow() < last.Until) throw last.Told;
            _token = await SignInAsync(options.CurrentValue, cancellation);
            _refused = null;
            return _token;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>From here on a sign-in that leads to another org is refused: a request that is replayed after it may be a write.</summary>
    public void StayIn(OrgId org) => _org = org;

    /// <summary>Why the last sign-in was refused; null while it was not.</summary>
    public string? Problem => _refused?.Told.RemoteMessage;

    public void Dispose() => _gate.Dispose();

    private async Task<Token> SignInAsync(SalesforceOptions given, CancellationToken cancellation)
    {
        try
        {
            return await AskAsync(given, cancellation);
        }
        catch (RemoteException refused) when (refused.Kind == RemoteErrorKind.Unauthorised)
        {
            _refused = (refused.AsTold(), given, time.GetUtcNow() + RefusedFor);
            throw;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or JsonException or TimeoutRejectedException)
        {
            throw RemoteException.NoAnswer("Salesforce", "sign-in", lost);
        }
    }

    private async Task<Token> AskAsync(SalesforceOptions given, CancellationToken cancellation)
    {
        using var request = Request(given);
        using var client = clients.CreateClient(ClientName);
        using var answer = await client.SendAsync(request, cancellation);
        var body = await answer.Content.ReadAsStringAsync(cancellation);
        if (!answer.IsSuccessStatusCode) throw Refused(given, answer.StatusCode, body);
        var granted = JsonNode.Parse(body) as JsonObject ?? [];
        var (token, instance, org) = (Text(granted, "access_token"), Text(granted, "instance_url"), OrgId.OfIdentity(Text(granted, "id")));
        if (token is null) throw Refusal("NO_TOKEN", "The token endpoint answered without a token. Check that Salesforce:TokenEndpoint and Salesforce:MyDomain name Salesforce's own hosts.");
        if (_org is { } stay && org != stay && org != OrgId.Read(given.OrgId)) throw Refusal("ANOTHER_ORG",
            $"Salesforce's sign-in led to the org {org?.ToString() ?? "of no name"} instead of {stay}, and nothing was sent there. Check Salesforce:MyDomain; where the move is meant, set Salesforce:OrgId to that org.");
        return new Token(token, TrustedHosts.Instance(instance, given) ?? throw Refusal("FOREIGN_INSTANCE",
            $"Salesforce's sign-in named another host ({Shown(instance)}) than Salesforce:MyDomain ({given.MyDomain!.Host}), and the token went nowhere. Set MyDomain to the org's own address, or list the host's suffix in Salesforce:TrustedHostSuffixes."), org);
    }

    private HttpRequestMessage Request(SalesforceOptions given)
    {
        try
        {
            return TokenRequest.Of(given, time.GetUtcNow());
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or FormatException)
        {
            throw Refusal("NO_CREDENTIALS", $"The key or secret for Salesforce cannot be read any more: {unread.Message} Check Salesforce:PrivateKeyFile or Salesforce:ClientSecretFile.");
        }
    }

    /// <summary>What is wrong with the request is a matter of configuration, not of time.</summary>
    private static RemoteException Refused(SalesforceOptions given, HttpStatusCode status, string body)
    {
        var error = SalesforceErrors.Read("sign-in", status, body);
        if (error.Kind is RemoteErrorKind.Transient or RemoteErrorKind.Throttled || status == HttpStatusCode.RequestTimeout) return error;
        return Refusal(error.Code, $"Salesforce refused the sign-in ({error.Code}: {error.RemoteMessage}). {SignInRefusals.Fix(given, error.Code, error.RemoteMessage)}");
    }

    private static RemoteException Refusal(string code, string words) => new("Salesforce", "sign-in", RemoteErrorKind.Unauthorised, code, words);

    private static string? Text(JsonObject granted, string member) => granted[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Shown(string? instance) => Uri.TryCreate(instance, UriKind.Absolute, out var address) ? address.Host : "none that is an address";
}
