namespace SyncWorker.Auditing;

/// <summary>A difference without a recorded reason.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="LinkId">The Clazar Id; null where there is no link.</param>
/// <param name="RecordId">The co-sell record, where one is known.</param>
/// <param name="OpportunityId">AWS's number, where one is known.</param>
/// <param name="Row">The row's label, where it is about one.</param>
/// <param name="Words">What is wrong, without customer data.</param>
internal sealed record Drift(DriftKind Kind, string? LinkId, string? RecordId, string? OpportunityId, string? Row, string Words)
{
    /// <summary>What Salesforce says of the row; customer data.</summary>
    public string? Salesforce { get; init; }

    /// <summary>What Partner Central says of the row; customer data.</summary>
    public string? PartnerCentral { get; init; }
}
