namespace SyncWorker.Core.Adoption;

/// <summary>An Opportunity in Salesforce that may be the deal of an opportunity at AWS.</summary>
/// <param name="Id">Its id of 18 characters.</param>
/// <param name="Name">Its name.</param>
/// <param name="Website">The host of its account's website.</param>
/// <param name="CloseDate">Its close date, as <c>yyyy-MM-dd</c>.</param>
public sealed record Candidate(string Id, string? Name, string? Website, string? CloseDate);
