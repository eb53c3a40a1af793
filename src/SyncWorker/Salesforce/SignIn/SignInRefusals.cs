namespace SyncWorker.Salesforce.SignIn;

/// <summary>The one table from the token endpoint's errors to the setting to look at. The first line that fits counts.</summary>
internal static class SignInRefusals
{
    private static readonly (string? Error, string? Description, string Fix)[] Table =
    [
        ("invalid_client_id", null, "Salesforce:ClientId is no consumer key that this host knows: copy it from the External Client App of the org that Salesforce:MyDomain names. A new app takes some minutes to be known."),
        ("invalid_client", null, "Salesforce:ClientSecret (or ClientSecretFile) is not the consumer secret of the app of Salesforce:ClientId."),
        (null, "not supported on this domain", "Salesforce:MyDomain must be the org's own address, such as https://example.my.salesforce.com: login and test answer no client credentials."),
        (null, "audience", "Salesforce:Audience must be https://login.salesforce.com for production, https://test.salesforce.com for a sandbox or scratch org."),
        (null, "expired", "The assertion came too late for Salesforce's clock: set this machine's clock right (NTP)."),
        (null, "assertion", "Salesforce:PrivateKeyFile is not the key of the certificate on the External Client App, or the app has none: upload the certificate that belongs to the key."),
        (null, "approved", "The user of Salesforce:Username may not use the app: let admins pre-authorise users in the app's policies, and give the user a permission set that the app names."),
        ("invalid_app_access", null, "The user of Salesforce:Username may not use the app: let admins pre-authorise users in the app's policies, and give the user a permission set that the app names."),
        (null, "inactive user", "The integration user (Salesforce:Username, or the app's run-as user) is inactive or locked: activate it in Setup."),
        (null, "client credentials user", "The External Client App has no run-as user: choose the integration user in its policies."),
        ("unsupported_grant_type", null, "The External Client App does not allow this way in: enable JWT bearer for Salesforce:PrivateKeyFile, or client credentials for Salesforce:ClientSecret, in its settings."),
        (null, "grant type", "The External Client App does not allow this way in: enable JWT bearer for Salesforce:PrivateKeyFile, or client credentials for Salesforce:ClientSecret, in its settings."),
        (null, "user", "Salesforce:Username is no user of the org that answers at Salesforce:TokenEndpoint; a sandbox appends its name to each username."),
    ];

    /// <summary>What to look at, in one sentence or two.</summary>
    public static string Fix(SalesforceOptions given, string error, string description) => Table
        .Where(t => (t.Error is null || t.Error == error) && (t.Description is null || description.Contains(t.Description, StringComparison.OrdinalIgnoreCase)))
        .Select(t => t.Fix).FirstOrDefault() ?? Anything(given);

    private static string Anything(SalesforceOptions given) => given.HasPrivateKey
        ? "Check Salesforce:ClientId, Salesforce:Username, Salesforce:PrivateKeyFile, Salesforce:TokenEndpoint and Salesforce:Audience."
        : "Check Salesforce:MyDomain, Salesforce:ClientId and Salesforce:ClientSecret, and the run-as user of the External Client App.";
}
