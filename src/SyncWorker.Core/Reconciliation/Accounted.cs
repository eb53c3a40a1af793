using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>What a place held when it was last accounted for. The default is "never", which counts as empty.</summary>
/// <param name="Wire">The place's compact JSON text.</param>
/// <param name="Canonical">Its canonical value; null when empty.</param>
public readonly record struct Accounted(string? Wire, string? Canonical)
{
    /// <summary>Accounts for what a place says now.</summary>
    public static Accounted For(Reading reading) => new(reading.Wire, reading.Canonical);

    /// <summary>
    /// Whether a place moved: both its wire and its canonical value differ from what was accounted for, so that neither a new map (other canonical values, same wire) nor another
    /// spelling of the same value counts as an edit.
    /// </summary>
    public bool MovedTo(Reading now) => now.Canonical != Canonical && now.Wire != Wire;
}
