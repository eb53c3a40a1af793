using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SyncWorker.Salesforce.SignIn;

/// <summary>The signed claim of the JWT bearer flow: the app says who signs in, for whom it is meant, and until when it holds.</summary>
internal static class Assertion
{
    // Salesforce's own advice. Long enough for clocks that differ a little.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(3);

    public static string Sign(SalesforceOptions given, DateTimeOffset now)
    {
        using var key = PrivateKey.Read(given.PrivateKeyFile!);

        // The key lives for one signature only, so nothing may keep a signer that was made with it.
        var signer = new SigningCredentials(new RsaSecurityKey(key), SecurityAlgorithms.RsaSha256) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = given.ClientId,
            Audience = given.Audience,
            Expires = (now + Lifetime).UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = given.Username! },
            SigningCredentials = signer,
        });
    }
}
