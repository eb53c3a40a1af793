namespace SyncWorker.Core.Tests.Reconciliation.Worlds;

/// <summary>One thing that happens in a world: numbers that the world makes sense of, so that any list of them is a history and shrinks well.</summary>
/// <param name="Kind">0 to 15: an edit, a settle, a change of the lookup, the review or the tick.</param>
/// <param name="Row">Which row.</param>
/// <param name="How">Which value, fault or status.</param>
/// <param name="Gap">Seconds since the last one.</param>
internal sealed record Happening(int Kind, int Row, int How, int Gap);
