namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>In which states, besides the draft, a member may still be changed.</summary>
[Flags]
internal enum OpenIn
{
    Nothing = 0,
    ActionRequired = 1,
    Approved = 2,
    Closed = 4,
    ClosedSoftwarePath = 8,
    ClosedRevenueProgram = 16,
}
