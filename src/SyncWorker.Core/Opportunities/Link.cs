namespace SyncWorker.Core.Opportunities;

/// <summary>What joins the two records of one deal. Its id is what the published table calls the Clazar Id.</summary>
public sealed record Link
{
    /// <summary>The link's id: the Clazar Id of the co-sell record. Never changes.</summary>
    public required string Id { get; init; }

    /// <summary>The co-sell record's 18-character id, once it exists.</summary>
    public string? RecordId { get; init; }

    /// <summary>The opportunity's id in Partner Central (<c>O[0-9]{1,19}</c>), once it exists.</summary>
    public string? OpportunityId { get; init; }

    /// <summary>The engagement invitation's id (<c>engi-…</c>) of an AWS referral.</summary>
    public string? InvitationId { get; init; }

    /// <summary>The standard Opportunity that asked to be shared, where the co-sell record is not yet made.</summary>
    public string? MappedObjectId { get; init; }

    /// <summary>When the opportunity was submitted to AWS: the StartTime of the engagement task, as AWS wrote it.</summary>
    public string? SubmittedAt { get; init; }

    /// <summary>The invitation's last known status (PENDING, ACCEPTED, REJECTED, EXPIRED); access is lost after a rejection.</summary>
    public string? InvitationStatus { get; init; }

    /// <summary>Whether the referral was accepted elsewhere and no opportunity was found that this made.</summary>
    public bool IsWithoutOpportunity { get; init; }

    /// <summary>Since when the opportunity of a referral that was accepted elsewhere is looked for in vain: AWS makes it some time after the acceptance.</summary>
    public DateTimeOffset? SoughtSince { get; init; }

    /// <summary>Whether it was over at AWS when the connection went live: it is read from there, and nothing is written there.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether a person left the opportunity to AWS alone: it gets no co-sell record, unless somebody gives one its number.</summary>
    public bool IsLeftAlone { get; init; }

    /// <summary>Whether the co-sell record was gone when both sides were last read; a person may undelete it.</summary>
    public bool IsRecordDeleted { get; init; }

    /// <summary>Whether the deal came from AWS as a referral.</summary>
    public bool IsReferral => InvitationId is not null;

    /// <summary>Whether the referral was rejected or has expired: nothing comes of it any more.</summary>
    public bool IsReferralOver => InvitationStatus is "REJECTED" or "EXPIRED";
}
