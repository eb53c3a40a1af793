using Microsoft.Extensions.Options;

namespace SyncWorker.Hosting;

/// <summary>The scopes name rows of the field map, each with a value: a scope that is misspelt would never do what it is there for, and an empty one is no scope.</summary>
internal sealed class ValidateScopes(MapHolder maps) : IValidateOptions<SyncOptions>
{
    public ValidateOptionsResult Validate(string? name, SyncOptions options)
    {
        string[] problems = [.. Problems("AcceptReferrals", options.AcceptReferrals), .. Problems("SubmitAuto", options.SubmitAuto)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(string setting, Dictionary<string, string[]> scope)
    {
        foreach (var (row, values) in scope)
        {
            // A map that could not be read is told of by itself.
            if (maps.Current is { } map && map.Find(row) is null) yield return $"Sync:{setting} names '{row}', which is no row of the field map.";
            if (values.Length == 0) yield return $"Sync:{setting}:{row} has no value. Name the AWS values that are in the scope.";
        }
    }
}
