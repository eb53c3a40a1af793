namespace SyncWorker.Simulation.People;

/// <summary>What people do.</summary>
internal enum Deed
{
#pragma warning disable CS1591 // Each is a method of People.
    SellerEdits,
    ColleagueEdits,
    OpportunityEdited,
    AwsSellerEdits,
    Reviewed,
    Approved,
    Shares,
    Submits,
    DraftSubmitted,
    ColleagueCreates,
    ApprovedDealAppears,
    AwsRefers,
    ReferralAnswered,
    ReferralAccepted,
    ReferralRejected,
    ColleagueAccepts,
    LookupChanged,
    Cloned,
    Deleted,
    Undeleted,
    Closed,
    AnotherTool,
    SavedUnchanged,
    SolutionOfColleague,
    NumberPasted,
    SolutionsOfSeller,
    Contested,
    AsksAgain,
#pragma warning restore CS1591
}
