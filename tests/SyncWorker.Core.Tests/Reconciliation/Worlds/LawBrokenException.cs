namespace SyncWorker.Core.Tests.Reconciliation.Worlds;

/// <summary>A law of the decision rule did not hold.</summary>
internal sealed class LawBrokenException(string law) : Exception(law);
