using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace SyncWorker.Adoption;

/// <summary>The names go into queries: each must be one.</summary>
internal sealed partial class ValidateAdoptOptions : IValidateOptions<AdoptOptions>
{
    public ValidateOptionsResult Validate(string? name, AdoptOptions options)
    {
        string[] problems = [.. options.Sources.SelectMany((source, at) => Problems($"Adopt:Sources:{at}", source))];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(string at, NumberSource source)
    {
        if (!Name().IsMatch(source.Object)) yield return $"{at}:Object is '{source.Object}'. Write the API name of an object, such as Opportunity.";
        if (!Name().IsMatch(source.Field)) yield return $"{at}:Field is '{source.Field}'. Write the API name of the field that holds AWS's number.";
        if (!source.Opportunity.Split('.').All(Name().IsMatch)) yield return $"{at}:Opportunity is '{source.Opportunity}'. Write the path to the Opportunity's id: Id, or such as Other_Tool__Opportunity__c.";
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_]*\z")]
    private static partial Regex Name();
}
