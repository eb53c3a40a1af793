using System.ComponentModel.DataAnnotations;

namespace SyncWorker.Health;

/// <summary>The operations port, section <c>Operations</c>: health only, no record data.</summary>
internal sealed class OperationsOptions
{
    /// <summary>The address it listens on. Default 127.0.0.1; in a container 0.0.0.0, so that the orchestrator can ask.</summary>
    [Required(ErrorMessage = "Operations:Address is empty. Set it to 127.0.0.1, or to 0.0.0.0 in a container.")]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The port; 0 takes a free one. Default 8081.</summary>
    [Range(0, 65535, ErrorMessage = "Operations:Port must be between 0 and 65535.")]
    public int Port { get; set; } = 8081;
}
