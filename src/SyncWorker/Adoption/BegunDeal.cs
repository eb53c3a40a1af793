namespace SyncWorker.Adoption;

/// <summary>A deal whose adoption was begun before a file is applied, and with what.</summary>
/// <param name="Record">The co-sell record; null where its insert has no answer yet.</param>
/// <param name="Opportunity">The Opportunity that its link names; null for none.</param>
/// <param name="Decision">What was decided when it was adopted; null where the journal does not tell.</param>
internal sealed record BegunDeal(string? Record, string? Opportunity, AdoptionDecision? Decision)
{
    /// <summary>Whether a line names nothing else than what it was adopted with, or is linked with now.</summary>
    public bool IsWith(string? id) => id == Opportunity || (id is not null && id == Record) || (Decision is { } decision && id == decision.SalesforceId);

    /// <summary>How it stands, for people.</summary>
    public string Words => $"{(Record is null ? "is just being adopted" : $"is adopted already, as the co-sell record {Record},")} with {Opportunity ?? "no Opportunity"}";
}
