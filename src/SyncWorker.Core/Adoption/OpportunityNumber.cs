using System.Text.RegularExpressions;

namespace SyncWorker.Core.Adoption;

/// <summary>AWS's number of an opportunity, as people and other tools write it.</summary>
public static partial class OpportunityNumber
{
    /// <summary>The number as AWS writes it; null where the text is none.</summary>
    public static string? Read(string? text)
    {
        var number = text?.Trim().ToUpperInvariant();
        return number is not null && Pattern().IsMatch(number) ? number : null;
    }

    [GeneratedRegex(@"\AO[0-9]{1,19}\z")]
    private static partial Regex Pattern();
}
