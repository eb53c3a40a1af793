namespace SyncWorker.Core.Mapping;

/// <summary>Which way a row's values go.</summary>
public enum Flow
{
    /// <summary>Either side may change it.</summary>
    Both,

    /// <summary>AWS owns the row: Partner Central to Salesforce.</summary>
    ToSalesforce,

    /// <summary>The partner owns the row: Salesforce to Partner Central.</summary>
    ToPartnerCentral,

    /// <summary>Not synchronised; the row says why.</summary>
    None,
}
