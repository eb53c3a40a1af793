namespace SyncWorker.Emulators.PartnerCentral.Store;

/// <summary>A resource as one party showed it to the other at some time; a later revision leaves it as it was. The view is kept as JSON text.</summary>
internal sealed record SnapshotRecord(string ResourceId, string Template, int Revision, string CreatedBy, DateTimeOffset Created, string View);
