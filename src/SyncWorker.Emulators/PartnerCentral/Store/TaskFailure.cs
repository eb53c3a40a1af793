namespace SyncWorker.Emulators.PartnerCentral.Store;

/// <summary>An order for a task to fail on AWS's side, whatever it is about.</summary>
internal sealed record TaskFailure(string ReasonCode, string Message);
