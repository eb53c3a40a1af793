namespace SyncWorker.Emulators.Salesforce;

/// <summary>What the pretended org is and how it behaves.</summary>
public sealed class SalesforceEmulatorOptions
{
    /// <summary>The My Domain address the token reply names. Settable later, because the door learns its port when it opens.</summary>
    public Uri InstanceUrl { get; set; } = new("https://syncworker-dev-ed.my.salesforce.com");

    /// <summary>A folder of SFDX source that adds objects and fields to the org; null means standard objects only.</summary>
    public string? SourceFolder { get; set; }

    /// <summary>The consumer key of the app that may log in.</summary>
    public string ClientId { get; set; } = "3MVG9emulatorConsumerKey";

    /// <summary>The consumer secret of that app.</summary>
    public string ClientSecret { get; set; } = "emulator-consumer-secret";

    /// <summary>The certificate of that app in PEM, for the JWT bearer flow; null where none is registered.</summary>
    public string? CertificatePem { get; set; }

    /// <summary>The integration user the app runs as.</summary>
    public string Username { get; set; } = "sync.integration@example.com";

    /// <summary>The org's id, in its 15 or 18 character form.</summary>
    public string OrgId { get; set; } = "00DgL0000000001";

    /// <summary>How long a session lives without being used. Every use slides it.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>API calls allowed in any 24 hours.</summary>
    public int DailyApiRequests { get; set; } = 100_000;

    /// <summary>Whether the org starts with sample accounts, contacts and opportunities. Its users are there either way.</summary>
    public bool SampleData { get; set; } = true;

    /// <summary>Whether the integration user sees only the custom fields that a permission set in the source folder grants.</summary>
    public bool EnforceFieldSecurity { get; set; }

    /// <summary>The permission sets that the integration user holds, by API name; where none is named, it holds all of the source folder.</summary>
    public IList<string> PermissionSets { get; } = [];
}
