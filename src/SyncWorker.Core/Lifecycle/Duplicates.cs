using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Lifecycle;

/// <summary>Whether a new deal may be one that AWS has already. Partner Central has no delete, so a possible duplicate is held until a person says that it is another deal.</summary>
public static class Duplicates
{
    /// <summary>By what a deal may be known at AWS: its standard Opportunity, or its co-sell record where there is none, and the host of the customer's website.</summary>
    public static (string MappedObject, string? Website) Keys(Snapshot salesforce) => (
        KnownOpportunity.ShortForm(salesforce.MappedObjectId ?? salesforce.RecordId)!,
        KnownOpportunity.Host(salesforce[Labels.Website].Canonical ?? salesforce.Followed.GetValueOrDefault(Labels.Website)?.Canonical));

    /// <summary>The open opportunity at AWS that a deal may repeat, in a seller's words; null where there is none.</summary>
    public static string? Of(IReadOnlyCollection<KnownOpportunity> known, string mappedObject, string? website)
    {
        if (known.FirstOrDefault(k => k.IsOpen && k.MappedObject == mappedObject) is { } same) return $"{same.Id} (same Mapped Object, open)";
        return website is not null && known.FirstOrDefault(k => k.IsOpen && k.Website == website) is { } alike ? $"{alike.Id} (same website, open)" : null;
    }

    /// <summary>What the seller is told, and what to do about it.</summary>
    internal static IEnumerable<Problem> Problems(Standing standing) => standing is { PossibleDuplicate: { } twin, AllowAnother: false }
        ? [new Problem("", $"Possible duplicate of {twin}", "Link it, or tick Allow Another.")]
        : [];
}
