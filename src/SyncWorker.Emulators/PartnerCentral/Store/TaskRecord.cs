namespace SyncWorker.Emulators.PartnerCentral.Store;

/// <summary>An asynchronous task and, once it has run, what came of it.</summary>
internal sealed class TaskRecord
{
    public required string Id { get; init; }

    public required string Catalog { get; init; }

    /// <summary>The part of its ARN that says which kind it is.</summary>
    public required string Kind { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DateTimeOffset Due { get; init; }

    public required int Sequence { get; init; }

    public required Action<TaskRecord> Run { get; init; }

    /// <summary>Tags for the resource snapshot job that the task makes.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    public string Status { get; set; } = "IN_PROGRESS";

    public string? ReasonCode { get; set; }

    public string? Message { get; set; }

    public string? OpportunityId { get; set; }

    public string? JobId { get; set; }

    public string? EngagementId { get; set; }

    public string? InvitationId { get; set; }

    public void Fail(string reasonCode, string message)
    {
        Status = "FAILED";
        ReasonCode = reasonCode;
        Message = message;
    }
}
