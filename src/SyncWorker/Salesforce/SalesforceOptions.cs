using System.ComponentModel.DataAnnotations;

namespace SyncWorker.Salesforce;

/// <summary>The Salesforce org and the way in, section <c>Salesforce</c>. Which way follows from what is given: a private key, or a secret.</summary>
internal sealed class SalesforceOptions
{
    /// <summary>The org's My Domain address, such as <c>https://example.my.salesforce.com</c>. Tokens and records go to this host alone.</summary>
    [Required(ErrorMessage = "Salesforce:MyDomain is missing. Set it to the org's My Domain address, such as https://example.my.salesforce.com.")]
    public Uri? MyDomain { get; set; }

    /// <summary>The consumer key of the External Client App.</summary>
    [Required(ErrorMessage = "Salesforce:ClientId is missing. Set it to the consumer key of the External Client App.")]
    public string? ClientId { get; set; }

    /// <summary>JWT bearer: the file with the private key, in PEM, whose certificate is on the External Client App. Read at each sign-in, so that a new key needs no restart.</summary>
    public string? PrivateKeyFile { get; set; }

    /// <summary>JWT bearer: the integration user's Salesforce username.</summary>
    public string? Username { get; set; }

    /// <summary>JWT bearer: where the token is asked for. Default My Domain's own; login.salesforce.com and test.salesforce.com are others.</summary>
    public Uri? TokenEndpoint { get; set; }

    /// <summary>JWT bearer: whom the assertion is for, which need not be the host it goes to. Default <c>https://login.salesforce.com</c>; of a sandbox <c>https://test.salesforce.com</c>.</summary>
    [Required(ErrorMessage = "Salesforce:Audience is empty. Set it to https://login.salesforce.com, or for a sandbox to https://test.salesforce.com.")]
    public string Audience { get; set; } = "https://login.salesforce.com";

    /// <summary>Client credentials: the consumer secret; from the environment (<c>SYNCWORKER_Salesforce__ClientSecret</c>) or a file, never from a file that is committed.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Client credentials: a file that holds the consumer secret, such as a mounted one.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>Suffixes of hosts, such as <c>.my.salesforce.com</c>, to which the token may go besides My Domain's, where the sign-in names one. None by default.</summary>
    public string[] TrustedHostSuffixes { get; set; } = [];

    /// <summary>The id of the only org that will do, in 15 or 18 characters. Where the store remembers another, this one is accepted in its place. None by default: the first org is remembered.</summary>
    [RegularExpression("00D[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?", ErrorMessage = "Salesforce:OrgId must be an org's id, such as 00D000000000001EAA.")]
    public string? OrgId { get; set; }

    /// <summary>Whether a row whose field the org lacks stops the connection; otherwise the row is left out, with a warning. Default false.</summary>
    public bool MissingFieldsAreFatal { get; set; }

    /// <summary>The share of the org's API calls of 24 hours above which the worker neither polls nor settles, because other people need the rest. Default 0.8.</summary>
    [Range(0.01, 1.0, ErrorMessage = "Salesforce:ApiUsageCeiling must be between 0.01 and 1.")]
    public double ApiUsageCeiling { get; set; } = 0.8;

    /// <summary>The REST API version. Default v67.0.</summary>
    [RegularExpression(@"v\d{2,3}\.0", ErrorMessage = "Salesforce:ApiVersion must look like v67.0.")]
    public string ApiVersion { get; set; } = "v67.0";

    /// <summary>How long one request may take; an org with many triggers takes its time for a composite. Default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "Salesforce:RequestTimeout must be between 1 second and 5 minutes.")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether a private key is given: then the worker signs in by JWT bearer.</summary>
    public bool HasPrivateKey => !string.IsNullOrEmpty(PrivateKeyFile);

    /// <summary>Whether a secret is given: then the worker signs in with client credentials.</summary>
    public bool HasSecret => !string.IsNullOrEmpty(ClientSecret) || !string.IsNullOrEmpty(ClientSecretFile);

    /// <summary>The secret, wherever it comes from.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The worker may not read the file.</exception>
    public string? Secret() => string.IsNullOrEmpty(ClientSecret) && !string.IsNullOrEmpty(ClientSecretFile) ? File.ReadAllText(ClientSecretFile).Trim() : ClientSecret;
}
