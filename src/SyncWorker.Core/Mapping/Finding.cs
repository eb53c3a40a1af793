namespace SyncWorker.Core.Mapping;

/// <summary>Something wrong in a configuration file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Message">What is wrong, naming the row or key.</param>
/// <param name="Fix">What to write instead.</param>
public sealed record Finding(string File, int Line, string Message, string Fix)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {Message} {Fix}";
}
