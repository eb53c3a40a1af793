using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Tests.Reconciliation.Worlds;

/// <summary>What the reconciler is given.</summary>
internal sealed record Look(FieldMap Map, Link Link, Baseline Baseline, Snapshot? Salesforce, Snapshot PartnerCentral, Policy Policy, DateTimeOffset Now);
