namespace SyncWorker.Tests.EditabilityCells;

/// <summary>What was seen after a seller's edit.</summary>
/// <param name="Held">What AWS holds at the edited member afterwards, as compact JSON.</param>
/// <param name="Others">Other members that changed at AWS.</param>
/// <param name="Refused">The calls that AWS refused.</param>
/// <param name="Status">Sync Status.</param>
/// <param name="Error">Sync Error.</param>
/// <param name="Note">Sync Note.</param>
internal sealed record CellOutcome(string Held, IReadOnlyList<string> Others, IReadOnlyList<string> Refused, string Status, string Error, string Note);
