namespace SyncWorker.Core.Opportunities;

/// <summary>Where a row of the field map is read. A row has up to three places.</summary>
public enum Place
{
    /// <summary>The field of the co-sell record in Salesforce.</summary>
    CoSell,

    /// <summary>What the row follows over the co-sell record's lookup, such as <c>Opportunity__r.StageName</c>.</summary>
    Followed,

    /// <summary>The member in Partner Central.</summary>
    PartnerCentral,
}
