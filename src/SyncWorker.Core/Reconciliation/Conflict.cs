using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>Both sides moved one row, differently: an outcome to tell of. <see cref="UnitDecision"/> decides it.</summary>
/// <param name="Row">The row's label.</param>
/// <param name="Salesforce">Salesforce's canonical value; null when empty.</param>
/// <param name="PartnerCentral">Partner Central's canonical value; null when empty.</param>
/// <param name="Winner">The side with the later Last Modified Date.</param>
public sealed record Conflict(string Row, string? Salesforce, string? PartnerCentral, Side Winner);
