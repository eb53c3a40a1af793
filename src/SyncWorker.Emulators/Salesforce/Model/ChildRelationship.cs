namespace SyncWorker.Emulators.Salesforce.Model;

/// <summary>The way down from a parent: which child object, by which of its reference fields, under which name.</summary>
internal sealed record ChildRelationship(string Name, ObjectType Child, Field Field);
