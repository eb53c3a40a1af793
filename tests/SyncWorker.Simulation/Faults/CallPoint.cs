namespace SyncWorker.Simulation.Faults;

/// <summary>The points at which the worker speaks to the two systems, as the fault matrix names them.</summary>
internal enum CallPoint
{
#pragma warning disable CS1591 // Each is a kind of call.
    SalesforceToken,
    SalesforceOrg,
    SalesforceDescribe,
    SalesforcePoll,
    SalesforceNextPage,
    SalesforceRead,
    SalesforceUpdate,
    SalesforceLinkBack,
    SalesforceUpdates,
    SalesforceInsert,
    SalesforceFind,
    List,
    ListNext,
    Get,
    Create,
    Update,
    Associate,
    StartSubmission,
    AskForTask,
    ListInvitations,
    Accept,
    Reject,
    OtherRead,
#pragma warning restore CS1591
}
