namespace SyncWorker.Core.Adoption;

/// <summary>By what an opportunity at AWS was found in Salesforce.</summary>
public enum MatchKind
{
    /// <summary>By nothing.</summary>
    None,

    /// <summary>A record in Salesforce holds AWS's number.</summary>
    Number,

    /// <summary>AWS holds the Salesforce id as PartnerOpportunityIdentifier.</summary>
    Identifier,

    /// <summary>Website, title and close date are the same: a person has to say whether it is the deal.</summary>
    Proposal,

    /// <summary>There is more than one answer: a person has to say which.</summary>
    Ambiguous,

    /// <summary>A co-sell record has the number already, and no link to AWS yet.</summary>
    Pasted,
}
