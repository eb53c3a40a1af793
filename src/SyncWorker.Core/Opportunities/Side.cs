namespace SyncWorker.Core.Opportunities;

/// <summary>The two places where a deal lives.</summary>
public enum Side
{
    /// <summary>The partner's Salesforce org.</summary>
    Salesforce,

    /// <summary>AWS Partner Central (ACE).</summary>
    PartnerCentral,
}
