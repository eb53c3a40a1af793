namespace SyncWorker.Core.Adoption;

/// <summary>A record in Salesforce that another tool, or a person, keeps an opportunity's number in.</summary>
/// <param name="Record">The record's id of 18 characters.</param>
/// <param name="Where">Object and field, for people.</param>
/// <param name="Number">AWS's number, as it stands there; null where the field is empty.</param>
/// <param name="Opportunity">The Opportunity of the record, by its id of 18 characters; null where it names none.</param>
public sealed record NumberHolder(string Record, string Where, string? Number, string? Opportunity);
