using Microsoft.Extensions.Options;

namespace SyncWorker.Salesforce;

/// <summary>A secret is there, and the address is one to which secrets may go.</summary>
internal sealed class ValidateSalesforceSecret : IValidateOptions<SalesforceOptions>
{
    public ValidateOptionsResult Validate(string? name, SalesforceOptions options)
    {
        var problems = new List<string>();
        if (SecretProblem(options) is { } problem) problems.Add(problem);
        if (options.MyDomain is { } address && (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)))
            problems.Add($"Salesforce:MyDomain is '{address}', which is no https address. Set it to the org's My Domain address, such as https://example.my.salesforce.com.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string? SecretProblem(SalesforceOptions options)
    {
        try
        {
            return options.Secret() is { Length: > 0 } ? null
                : "Salesforce:ClientSecret is missing. Set SYNCWORKER_Salesforce__ClientSecret, or Salesforce:ClientSecretFile to a file that holds it.";
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return $"Salesforce:ClientSecretFile cannot be read: {unread.Message} Put the secret there and let the worker's user read it, or set SYNCWORKER_Salesforce__ClientSecret.";
        }
    }
}
