using System.ComponentModel.DataAnnotations;

namespace SyncWorker.State;

/// <summary>Where the worker remembers, section <c>State</c>.</summary>
internal sealed class StateOptions
{
    /// <summary>The SQLite file. Default <c>state/syncworker.db</c>, below the working directory; in the container the volume <c>/state</c>.</summary>
    [Required(ErrorMessage = "State:Path is empty. Set it to the file in which the worker remembers, such as state/syncworker.db.")]
    public string Path { get; set; } = "state/syncworker.db";
}
