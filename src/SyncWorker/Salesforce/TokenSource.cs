using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SyncWorker.Remote;

namespace SyncWorker.Salesforce;

/// <summary>Signs in with the OAuth client-credentials flow and shares the token: however many requests find it expired, one signs in again.</summary>
internal sealed class TokenSource(IHttpClientFactory clients, IOptionsMonitor<SalesforceOptions> options) : IDisposable
{
    /// <summary>The name of the HTTP client that talks to the token endpoint.</summary>
    public const string ClientName = "Salesforce sign-in";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Token? _token;

    /// <summary>The token in use; signs in where there is none.</summary>
    public async ValueTask<Token> GetAsync(CancellationToken cancellation) => _token ?? await RenewAsync(null, cancellation);

    /// <summary>Signs in again, unless somebody else has done so since the token was found expired.</summary>
    public async Task<Token> RenewAsync(Token? expired, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_token is { } fresh && fresh != expired) return fresh;
            return _token = await SignInAsync(cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<Token> SignInAsync(CancellationToken cancellation)
    {
        var given = options.CurrentValue;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(given.MyDomain!, "/services/oauth2/token"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = given.ClientId!,
                ["client_secret"] = given.Secret()!,
            }),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var client = clients.CreateClient(ClientName);
        using var answer = await client.SendAsync(request, cancellation);
        var body = await answer.Content.ReadAsStringAsync(cancellation);
        if (!answer.IsSuccessStatusCode) throw Refused(answer, body);
        var token = JsonNode.Parse(body)!;
        return new Token(token["access_token"]!.GetValue<string>(), Pinned(new Uri(token["instance_url"]!.GetValue<string>()), given.MyDomain!));
    }

    /// <summary>A 400 from the token endpoint is a matter of configuration, not of time.</summary>
    private static RemoteException Refused(HttpResponseMessage answer, string body)
    {
        var error = SalesforceErrors.Read("sign-in", answer.StatusCode, body);
        return (int)answer.StatusCode >= 500 ? error : new RemoteException("Salesforce", "sign-in", RemoteErrorKind.Unauthorised, error.Code,
            $"Salesforce refused the sign-in ({error.Code}: {error.RemoteMessage}). Check Salesforce:MyDomain, Salesforce:ClientId and Salesforce:ClientSecret, and the run-as user of the External Client App.");
    }

    /// <summary>The answer says where to send the token; it goes nowhere but to the configured host.</summary>
    private static Uri Pinned(Uri instance, Uri myDomain) =>
        instance.Host.Equals(myDomain.Host, StringComparison.OrdinalIgnoreCase) && instance.Scheme == myDomain.Scheme && instance.Port == myDomain.Port && instance.UserInfo.Length == 0
            ? instance
            : throw new RemoteException("Salesforce", "sign-in", RemoteErrorKind.Unauthorised, "FOREIGN_INSTANCE",
                $"Salesforce's sign-in named another host ({instance.Host}) than Salesforce:MyDomain ({myDomain.Host}); set MyDomain to the org's own address.");
}
