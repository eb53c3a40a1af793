namespace SyncWorker.Core.Tests.Reconciliation.Worlds;

/// <summary>What goes wrong in one settle.</summary>
internal enum Fault
{
    None,
    CrashBeforeRemembering,
    CrashBeforeDelivery,
    EditBeforeDelivery,
    AnswerLostNothingWritten,
    AnswerLostWritten,
    WrittenLate,
    EditBeforeReadBack,
    ReadBackUnreadable,
    Unreadable,
}
