using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Tests.Reconciliation.Worlds;

/// <summary>What a receipt is made from.</summary>
internal sealed record Delivery(FieldMap Map, Link Link, Baseline Baseline, Step Step, Snapshot Salesforce, Snapshot PartnerCentral, string? Receipt, Policy Policy);
