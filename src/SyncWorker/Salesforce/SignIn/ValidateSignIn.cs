using Microsoft.Extensions.Options;

namespace SyncWorker.Salesforce.SignIn;

/// <summary>One way in is given, whole, and each address is one to which secrets may go.</summary>
internal sealed class ValidateSignIn : IValidateOptions<SalesforceOptions>
{
    private const string JwtBearer = "Salesforce:PrivateKeyFile and Salesforce:Username sign in by JWT bearer, which is meant for production";
    private const string ClientCredentials = "Salesforce:ClientSecret (SYNCWORKER_Salesforce__ClientSecret) or Salesforce:ClientSecretFile signs in with client credentials";

    public ValidateOptionsResult Validate(string? name, SalesforceOptions options)
    {
        string?[] problems = [.. FlowProblems(options), AddressProblem("MyDomain", options.MyDomain, "the org's My Domain address, such as https://example.my.salesforce.com"),
            AddressProblem("TokenEndpoint", options.TokenEndpoint, "the token endpoint's address, such as https://login.salesforce.com/services/oauth2/token"),
            .. options.TrustedHostSuffixes.Where(s => !TrustedHosts.IsSuffix(s)).Select(s => $"Salesforce:TrustedHostSuffixes names '{s}', which is no suffix of a host. Write it with its dot, such as .my.salesforce.com.")];
        var told = problems.OfType<string>().ToArray();
        return told.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(told);
    }

    private static IEnumerable<string?> FlowProblems(SalesforceOptions options) => options switch
    {
        { HasPrivateKey: true, HasSecret: true } => [$"Salesforce:PrivateKeyFile and a secret are both given, and only one is used. Take one out: {JwtBearer}; {ClientCredentials}."],
        { HasPrivateKey: true } => [KeyProblem(options.PrivateKeyFile!), string.IsNullOrEmpty(options.Username) ? "Salesforce:Username is missing. Set it to the integration user's username: JWT bearer signs in as that user." : null],
        { HasSecret: true } => [SecretProblem(options), options.TokenEndpoint is null ? null
            : "Salesforce:TokenEndpoint is given with a secret. Take it out: client credentials are answered at Salesforce:MyDomain alone."],
        _ => [$"Salesforce:PrivateKeyFile is missing, and so is a secret. Set one: {JwtBearer}; {ClientCredentials}."],
    };

    private static string? AddressProblem(string setting, Uri? address, string wanted) =>
        address is null || (address.IsAbsoluteUri && address.UserInfo.Length == 0 && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))) ? null
            : $"Salesforce:{setting} is '{address}', which is no https address. Set it to {wanted}.";

    private static string? KeyProblem(string file)
    {
        try
        {
            PrivateKey.Read(file).Dispose();
            return null;
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or FormatException)
        {
            return $"Salesforce:PrivateKeyFile cannot be used: {unread.Message} Put the RSA private key of the app's certificate there, in PEM, and let the worker's user read it.";
        }
    }

    private static string? SecretProblem(SalesforceOptions options)
    {
        try
        {
            return options.Secret() is { Length: > 0 } ? null : "Salesforce:ClientSecretFile is empty. Put the consumer secret of the External Client App there.";
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return $"Salesforce:ClientSecretFile cannot be read: {unread.Message} Put the secret there and let the worker's user read it, or set SYNCWORKER_Salesforce__ClientSecret.";
        }
    }
}
