using System.Globalization;
using Microsoft.Extensions.Options;

namespace SyncWorker.Hosting;

/// <summary>The limits at which the connection brakes are ones that can be reached.</summary>
internal sealed class ValidateBrakes : IValidateOptions<SyncOptions>
{
    public ValidateOptionsResult Validate(string? name, SyncOptions options)
    {
        var brakes = options.Brakes;
        string[] problems =
        [
            .. Between(nameof(brakes.RecordsMin), brakes.RecordsMin, 1, 1_000_000),
            .. Between(nameof(brakes.MissingShare), brakes.MissingShare, 0.01, 1),
            .. Between(nameof(brakes.ChangedShare), brakes.ChangedShare, 0.01, 1),
            .. Between(nameof(brakes.BlanksMax), brakes.BlanksMax, 1, 1000),
            .. Between(nameof(brakes.MapWritesMax), brakes.MapWritesMax, 0, 1_000_000),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Between(string setting, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
            yield return string.Create(CultureInfo.InvariantCulture, $"Sync:Brakes:{setting} must be between {least} and {most}.");
    }
}
