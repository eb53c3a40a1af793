namespace SyncWorker.Emulators.Salesforce;

/// <summary>A stand-in that only makes this branch compile; the Salesforce emulator replaces it.</summary>
public sealed class SalesforceEmulatorOptions
{
    /// <summary>The address that the token reply names.</summary>
    public Uri InstanceUrl { get; set; } = new("https://syncworker-dev-ed.my.salesforce.com");

    /// <summary>A folder of SFDX source that adds objects and fields to the org.</summary>
    public string? SourceFolder { get; set; }

    /// <summary>The consumer key of the app that may log in.</summary>
    public string ClientId { get; set; } = "stand-in-key";

    /// <summary>The consumer secret of that app.</summary>
    public string ClientSecret { get; set; } = "stand-in-secret";

    /// <summary>The integration user the app runs as.</summary>
    public string Username { get; set; } = "sync.integration@example.com";

    /// <summary>The org's id.</summary>
    public string OrgId { get; set; } = "00DgL0000000001";
}
