namespace SyncWorker.Tests.Scenarios;

/// <summary>The whole vocabulary of the scenario files.</summary>
internal enum ScenarioVerb
{
    /// <summary><c>Deal: title (shared | complete | submitted | approved)</c>: brings a seeded Opportunity so far; without a state, speaks of that deal from here on.</summary>
    Deal,

    /// <summary><c>Referral: title</c>: AWS refers a deal.</summary>
    Referral,

    /// <summary><c>Colleague creates: title</c>: somebody makes an opportunity in Partner Central.</summary>
    ColleagueCreates,

    /// <summary><c>Seller sets: row = value</c>, in Salesforce.</summary>
    SellerSets,

    /// <summary><c>Colleague sets: row = value</c>, in Partner Central.</summary>
    ColleagueSets,

    /// <summary><c>AWS sets: row = value</c>, in AWS's own record.</summary>
    AwsSets,

    /// <summary><c>AWS reviews: status (comments)</c>.</summary>
    AwsReviews,

    /// <summary><c>AWS behaves: throttles 3 of UpdateOpportunity</c> and the like, see <see cref="Behaviour"/>; <c>as usual</c> ends it.</summary>
    AwsBehaves,

    /// <summary><c>Sync</c>: the worker runs until nothing is due.</summary>
    Sync,

    /// <summary><c>Wait: n seconds | minutes | days</c>.</summary>
    Wait,

    /// <summary><c>Salesforce shows: row = value</c>, or <c>row contains text</c>.</summary>
    SalesforceShows,

    /// <summary><c>Partner Central shows: row = value</c>, <c>row contains text</c>, or <c>no opportunity</c>.</summary>
    PartnerCentralShows,

    /// <summary><c>AWS was sent: operations</c>, in their order since the last <c>Sync</c> began; <c>nothing</c> for none.</summary>
    AwsWasSent,

    /// <summary><c>Nothing is written</c>: two more cycles write to neither side.</summary>
    NothingIsWritten,

    /// <summary><c>Journal has: row = losing value replaced by standing value</c>.</summary>
    JournalHas,
}
