namespace SyncWorker.State;

/// <summary>A link as its row in the database holds it.</summary>
internal sealed record StoredLink
{
#pragma warning disable CS1591 // Columns; what they mean stands at the link.
    public required string Link { get; init; }

    public required string Baseline { get; init; }

    public long Due { get; init; }

    public long Cleared { get; init; }

    public int Priority { get; init; }

    public int Failures { get; init; }

    public string? NotBefore { get; init; }

    public int OwnFailures { get; init; }

    public string? ParkedAt { get; init; }

    public bool Asked { get; init; }
#pragma warning restore CS1591

    /// <summary>The link.</summary>
    public LinkState Read() => new(StoredJson.ReadLink(Link), StoredJson.ReadBaseline(Baseline), Due, Cleared, Priority, Failures, Time(NotBefore))
    {
        OwnFailures = OwnFailures,
        ParkedAt = Time(ParkedAt),
        IsAsked = Asked,
    };

    private static DateTimeOffset? Time(string? text) => text is null ? null : SqliteStore.Time(text);
}
