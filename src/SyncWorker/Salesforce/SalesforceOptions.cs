using System.ComponentModel.DataAnnotations;

namespace SyncWorker.Salesforce;

/// <summary>The Salesforce org, section <c>Salesforce</c>.</summary>
internal sealed class SalesforceOptions
{
    /// <summary>The org's My Domain address, such as <c>https://example.my.salesforce.com</c>. Tokens and records go to this host alone.</summary>
    [Required(ErrorMessage = "Salesforce:MyDomain is missing. Set it to the org's My Domain address, such as https://example.my.salesforce.com.")]
    public Uri? MyDomain { get; set; }

    /// <summary>The consumer key of the External Client App.</summary>
    [Required(ErrorMessage = "Salesforce:ClientId is missing. Set it to the consumer key of the External Client App.")]
    public string? ClientId { get; set; }

    /// <summary>The consumer secret; from the environment (<c>SYNCWORKER_Salesforce__ClientSecret</c>) or a file, never from a file that is committed.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file that holds the consumer secret, such as a mounted one.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>The REST API version. Default v67.0.</summary>
    [RegularExpression(@"v\d{2,3}\.0", ErrorMessage = "Salesforce:ApiVersion must look like v67.0.")]
    public string ApiVersion { get; set; } = "v67.0";

    /// <summary>How long one request may take. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "Salesforce:RequestTimeout must be between 1 second and 5 minutes.")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The secret, wherever it comes from.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The worker may not read the file.</exception>
    public string? Secret() => string.IsNullOrEmpty(ClientSecret) && !string.IsNullOrEmpty(ClientSecretFile) ? File.ReadAllText(ClientSecretFile).Trim() : ClientSecret;
}
