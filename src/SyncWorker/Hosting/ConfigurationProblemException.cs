namespace SyncWorker.Hosting;

/// <summary>The configuration does not let the worker start. All problems are told at once.</summary>
internal sealed class ConfigurationProblemException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>Each names the setting, or the file and line, and the fix.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
