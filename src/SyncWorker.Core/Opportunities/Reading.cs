namespace SyncWorker.Core.Opportunities;

/// <summary>
/// What a place says: a value, empty, or unknown. Unknown (not read, unreadable, absent, unshared, deleted, disabled) is never empty.
/// </summary>
/// <param name="Wire">The place as it stands on the wire, as compact JSON text; <see langword="null"/> where nothing was read.</param>
/// <param name="Canonical">The value in the row's canonical domain; <see langword="null"/> when empty or unknown.</param>
/// <param name="Reason">Why the place is unknown, in a seller's words; <see langword="null"/> unless unknown.</param>
public sealed record Reading(string? Wire, string? Canonical, string? Reason)
{
    /// <summary>A place that was read and holds nothing.</summary>
    public static Reading Empty { get; } = new("null", null, null);

    /// <summary>A place that does not exist yet, such as AWS's own view before submission. Nobody needs to act.</summary>
    public static Reading NotYet { get; } = new(null, null, "not at AWS yet");

    /// <summary>Whether the place could not be read.</summary>
    public bool IsUnknown => Reason is not null;

    /// <summary>Whether the place does not exist yet.</summary>
    public bool IsNotYet => this == NotYet;

    /// <summary>Whether the place was read and holds nothing.</summary>
    public bool IsEmpty => Reason is null && Canonical is null;

    /// <summary>Whether the place was read and holds a value.</summary>
    public bool HasValue => Canonical is not null;

    /// <summary>A place that holds a value.</summary>
    /// <param name="wire">Compact JSON text.</param>
    /// <param name="canonical">The canonical value; never empty.</param>
    public static Reading Value(string wire, string canonical) => new(wire, canonical, null);

    /// <summary>A place that was read and holds nothing, in the words of its wire (null, an empty string, an empty list).</summary>
    /// <param name="wire">Compact JSON text.</param>
    public static Reading Blank(string wire) => new(wire, null, null);

    /// <summary>A place that cannot be told.</summary>
    /// <param name="reason">Why, in a seller's words.</param>
    /// <param name="wire">What stands there, where it was read but not understood.</param>
    public static Reading Unknown(string reason, string? wire = null) => new(wire, null, reason);
}
