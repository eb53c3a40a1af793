using Microsoft.Extensions.Options;

namespace SyncWorker.Salesforce;

/// <summary>A secret is there, and the address is one to which secrets may go.</summary>
internal sealed class ValidateSalesforceSecret : IValidateOptions<SalesforceOptions>
{
    public ValidateOptionsResult Validate(string? name, SalesforceOptions options)
    {
        var problems = new List<string>();
        if (options.Secret() is not { Length: > 0 })
            problems.Add("Salesforce:ClientSecret is missing. Set SYNCWORKER_Salesforce__ClientSecret, or Salesforce:ClientSecretFile to a file that holds it.");
        if (options.MyDomain is { } address && (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)))
            problems.Add("Salesforce:MyDomain must be an https address.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
