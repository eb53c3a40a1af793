using System.Text.RegularExpressions;

namespace SyncWorker.Core.Mapping.Checking;

/// <summary>Salesforce's rule for API names: letters, digits and single underscores, 40 characters before the suffix; a namespace may stand before.</summary>
internal static partial class ApiName
{
    public static bool IsLegal(string name) => Shape().Match(name) is { Success: true } match && match.Groups["name"].Length <= 40;

    public static bool IsCustom(string name) => name.EndsWith("__c", StringComparison.OrdinalIgnoreCase);

    /// <summary>A path over relationships that ends in a field: <c>Opportunity__r.Account.Name</c>.</summary>
    public static bool IsPath(string path) => path.Split('.') is { Length: >= 2 and <= 6 } steps && steps.SkipLast(1).All(IsRelation) && IsLegal(steps[^1]);

    private static bool IsRelation(string name) => IsLegal(name.EndsWith("__r", StringComparison.Ordinal) ? name[..^1] + "c" : name);

    [GeneratedRegex(@"\A(?:[A-Za-z][A-Za-z0-9]{0,14}__(?=.+__c\z))?(?<name>[A-Za-z](?:_?[A-Za-z0-9])*)(?:__c)?\z")]
    private static partial Regex Shape();
}
