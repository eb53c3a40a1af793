namespace SyncWorker.Emulators.PartnerCentral;

/// <summary>What the emulated Partner Central account looks like and how strictly it behaves.</summary>
public sealed class PartnerCentralEmulatorOptions
{
    /// <summary>The region that requests must be signed for.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>The only access key that the emulator knows.</summary>
    public string AccessKeyId { get; set; } = "AKIAEMULATEDPARTNER1";

    /// <summary>The secret that belongs to <see cref="AccessKeyId"/>.</summary>
    public string SecretAccessKey { get; set; } = "emulated-secret-access-key-of-no-value-12";

    /// <summary>The session token that requests must carry, or null when none is looked at.</summary>
    public string? SessionToken { get; set; }

    /// <summary>The partner's own AWS account.</summary>
    public string AccountId { get; set; } = "123456789012";

    /// <summary>Which HTTP statuses errors carry.</summary>
    public StatusCodeStyle StatusCodes { get; set; } = StatusCodeStyle.Modelled;

    /// <summary>Whether responses encode <c>&amp;</c> and <c>:</c> in text as HTML entities, as AWS's own sample application reports.</summary>
    public bool EntityEncoding { get; set; }

    /// <summary>Whether requests over the quotas are throttled.</summary>
    public bool EnforceQuotas { get; set; }

    /// <summary>Reads that the account may make in a second.</summary>
    public int ReadsPerSecond { get; set; } = 10;

    /// <summary>Reads that the account may make in any 24 hours.</summary>
    public int ReadsPerDay { get; set; } = 100_000;

    /// <summary>Writes that the account may make in a second.</summary>
    public int WritesPerSecond { get; set; } = 1;

    /// <summary>Writes that the account may make in any 24 hours.</summary>
    public int WritesPerDay { get; set; } = 10_000;

    /// <summary>How long a client token is remembered; AWS publishes nothing about it. Null: for ever.</summary>
    public TimeSpan? ClientTokenLifetime { get; set; }

    /// <summary>How long after a submission or an update LastModifiedDate moves once more, as recorded. Zero: it does not.</summary>
    public TimeSpan SettlingTime { get; set; } = TimeSpan.Zero;

    /// <summary>Whether an update that does not echo the review status loses it, as the release notes of AWS's connector tell.</summary>
    public bool UnsentReviewStatusIsLost { get; set; }

    /// <summary>Whether task lists spell a missing reason code as the text "null", as recorded.</summary>
    public bool ListsSpellNullReasonCodes { get; set; }

    /// <summary>How long a task stays in progress. Zero: complete in the first response, as every recording shows.</summary>
    public TimeSpan TaskDuration { get; set; } = TimeSpan.Zero;

    /// <summary>Whether an association moves the opportunity's LastModifiedDate: recorded so in early 2025, no longer by its end.</summary>
    public bool AssociationsMoveLastModifiedDate { get; set; }

    /// <summary>Whether an AWS seller's edit of AWS's own record moves the partner's LastModifiedDate.</summary>
    public bool AwsEditsMoveLastModifiedDate { get; set; }

    /// <summary>Whether PartnerOpportunityIdentifier is locked after approval: the guide says so, the data model does not.</summary>
    public bool LockPartnerOpportunityIdentifier { get; set; } = true;

    /// <summary>Whether a described solution is enough to submit, as the data model says; the guide asks for an associated one.</summary>
    public bool DescribedSolutionIsEnough { get; set; } = true;

    /// <summary>Whether the partner is on the software path, which keeps a few members open after launch.</summary>
    public bool SoftwarePartner { get; set; } = true;

    /// <summary>Whether the partner is in the SaaS revenue recognition program, which requires software revenue at launch.</summary>
    public bool SaasRevenueRecognition { get; set; }

    /// <summary>Whether the account may choose limited visibility; otherwise it is quietly made full.</summary>
    public bool LimitedVisibility { get; set; } = true;

    /// <summary>How long AWS waits for an answer to a referral.</summary>
    public TimeSpan InvitationLifetime { get; set; } = TimeSpan.FromDays(15);
}
