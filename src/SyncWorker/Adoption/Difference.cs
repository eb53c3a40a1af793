namespace SyncWorker.Adoption;

/// <summary>A row that the two sides of a deal hold differently, in the row's canonical values.</summary>
/// <param name="Row">Its label.</param>
/// <param name="InSalesforce">What Salesforce says; null where it says nothing.</param>
/// <param name="AtAws">What AWS holds; null where it holds nothing.</param>
/// <param name="Together">The rows that are decided together with it; null where it is alone.</param>
internal sealed record Difference(string Row, string? InSalesforce, string? AtAws, string? Together);
