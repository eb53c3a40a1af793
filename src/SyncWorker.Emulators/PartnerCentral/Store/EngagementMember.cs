namespace SyncWorker.Emulators.PartnerCentral.Store;

/// <summary>A party to an engagement.</summary>
internal sealed record EngagementMember(string AccountId, string CompanyName, string WebsiteUrl)
{
    public const string AwsAccount = "aws";

    public static EngagementMember Aws { get; } = new(AwsAccount, "AWS", "https://aws.amazon.com");
}
