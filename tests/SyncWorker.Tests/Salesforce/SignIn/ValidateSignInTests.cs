using System.Security.Cryptography;
using SyncWorker.Salesforce;
using SyncWorker.Salesforce.SignIn;

namespace SyncWorker.Tests.Salesforce.SignIn;

public sealed class ValidateSignInTests : IDisposable
{
    private readonly Keys _keys = new();

    public void Dispose() => _keys.Dispose();

    [Fact]
    public void Either_way_in_is_enough()
    {
        Assert.Empty(Problems(o => (o.PrivateKeyFile, o.Username) = (_keys.File, "sync@example.com")));
        Assert.Empty(Problems(o => o.ClientSecret = "secret"));
        Assert.Empty(Problems(o => o.ClientSecretFile = _keys.Write("secret", "secret\n")));
    }

    [Fact]
    public void Both_ways_or_neither_are_told()
    {
        Assert.StartsWith("Salesforce:PrivateKeyFile and a secret are both given", Problem(o => (o.PrivateKeyFile, o.Username, o.ClientSecret) = (_keys.File, "sync@example.com", "secret")), StringComparison.Ordinal);
        Assert.StartsWith("Salesforce:PrivateKeyFile is missing, and so is a secret.", Problem(_ => { }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_without_its_user_is_told() => Assert.StartsWith("Salesforce:Username is missing.", Problem(o => o.PrivateKeyFile = _keys.File), StringComparison.Ordinal);

    [Fact]
    public void A_token_endpoint_is_no_matter_of_client_credentials() =>
        Assert.StartsWith("Salesforce:TokenEndpoint is given with a secret.", Problem(o => (o.ClientSecret, o.TokenEndpoint) = ("secret", new Uri("https://login.salesforce.com"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://login.salesforce.com")]
    [InlineData("https://key:secret@login.salesforce.com")]
    [InlineData("ftp://127.0.0.1/")]
    public void A_secret_goes_to_https_alone(string endpoint)
    {
        var problem = Problem(o => (o.PrivateKeyFile, o.Username, o.TokenEndpoint) = (_keys.File, "sync@example.com", new Uri(endpoint)));
        Assert.StartsWith("Salesforce:TokenEndpoint is '", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my.salesforce.com")]
    [InlineData(".com")]
    [InlineData("*.my.salesforce.com")]
    [InlineData("")]
    public void A_suffix_of_a_host_begins_with_a_dot_and_is_no_top_level(string suffix) =>
        Assert.StartsWith("Salesforce:TrustedHostSuffixes names '", Problem(o => (o.ClientSecret, o.TrustedHostSuffixes) = ("secret", [suffix])), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_holds_no_usable_key_is_told_in_words()
    {
        using var key = RSA.Create(2048);
        using var small = new Keys(1024);
        Assert.Equal(
        [
            "Could not find file",
            "it holds no RSA private key in PEM without a passphrase ('-----BEGIN PRIVATE KEY-----').",
            "it holds no RSA private key in PEM without a passphrase ('-----BEGIN PRIVATE KEY-----').",
            "it holds no RSA private key in PEM without a passphrase ('-----BEGIN PRIVATE KEY-----').",
            "it holds a public key.",
            "its key has 1024 bits, and 2048 or more are wanted.",
        ],
        new[]
        {
            "/no/such/file", _keys.Write("text", "no key"), _keys.Write("certificate", _keys.Certificate.ExportCertificatePem()),
            _keys.Write("locked", key.ExportEncryptedPkcs8PrivateKeyPem("pass", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000))),
            _keys.Write("public", key.ExportRSAPublicKeyPem()), small.File,
        }.Select(KeyProblem));
    }

    private static string KeyProblem(string file)
    {
        const string start = "Salesforce:PrivateKeyFile cannot be used: ", end = " Put the RSA private key of the app's certificate there, in PEM, and let the worker's user read it.";
        var problem = Problem(o => (o.PrivateKeyFile, o.Username) = (file, "sync@example.com"));
        Assert.StartsWith(start, problem, StringComparison.Ordinal);
        Assert.EndsWith(end, problem, StringComparison.Ordinal);
        var words = problem[start.Length..^end.Length];
        return words.StartsWith("Could not find", StringComparison.Ordinal) ? "Could not find file" : words;
    }

    private static string Problem(Action<SalesforceOptions> set) => Assert.Single(Problems(set));

    private static string[] Problems(Action<SalesforceOptions> set)
    {
        var options = new SalesforceOptions { MyDomain = new Uri("https://example.my.salesforce.com"), ClientId = "key" };
        set(options);
        return [.. new ValidateSignIn().Validate(null, options).Failures ?? []];
    }
}
