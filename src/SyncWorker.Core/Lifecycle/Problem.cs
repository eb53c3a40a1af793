namespace SyncWorker.Core.Lifecycle;

/// <summary>Something that AWS needs and the record lacks.</summary>
/// <param name="Row">The row's label; empty where it is about the whole deal.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Fix">What to do, as a sentence; null where <paramref name="What"/> is a reading's reason, which says it itself.</param>
public sealed record Problem(string Row, string What, string? Fix)
{
    /// <summary>The line a seller reads: "[Field label]: what is wrong. What to do."</summary>
    public override string ToString() => (Row.Length == 0 ? "" : $"{Row}: ") + (Fix is null ? $"{What}." : $"{What}. {Fix}");
}
