namespace SyncWorker.Tests.Rows;

/// <summary>A hand-written value that a person put on one side, and how it must stand on the other.</summary>
/// <param name="Row">The published label.</param>
/// <param name="ToAws">Whether it goes to AWS; else it comes from there.</param>
/// <param name="Deal">The deal of the fixture in which it was put.</param>
/// <param name="Place">Where it must stand: an AWS path from the opportunity, or a Salesforce field.</param>
/// <param name="Value">How it must stand there, as compact JSON.</param>
internal sealed record Crossing(string Row, bool ToAws, string Deal, string Place, string Value);
