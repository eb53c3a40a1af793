namespace SyncWorker.Tests.EditabilityCells;

/// <summary>A cell of the hand-written matrix.</summary>
/// <param name="Member">The member at AWS.</param>
/// <param name="Row">The row of the field map that writes it.</param>
/// <param name="State">The column: where the opportunity stands.</param>
/// <param name="Becomes">What becomes of a seller's edit: sent, waits, waits for tick, or never.</param>
internal sealed record MatrixCell(string Member, string Row, string State, string Becomes);
