using SyncWorker.Core.Mapping;

namespace SyncWorker.Salesforce.Package;

/// <summary>The queue that owns an AWS referral until somebody takes it. Its members are the org's to choose.</summary>
internal static class Queue
{
    public const string Name = "AWS_Referrals";

    public static string Xml(FieldMap map) => Metadata.Document("Queue",
    [
        Metadata.Of("doesSendEmailToMembers", true),
        Metadata.Of("name", "AWS Referrals"),
        Metadata.Of("queueSobject", [Metadata.Of("sobjectType", map.RecordType)]),
    ]);
}
