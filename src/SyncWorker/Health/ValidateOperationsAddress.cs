using System.Net;
using Microsoft.Extensions.Options;

namespace SyncWorker.Health;

/// <summary>The address is one that a port can be opened at, not a name.</summary>
internal sealed class ValidateOperationsAddress : IValidateOptions<OperationsOptions>
{
    public ValidateOptionsResult Validate(string? name, OperationsOptions options) => string.IsNullOrEmpty(options.Address) || IPAddress.TryParse(options.Address, out _)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Operations:Address is '{options.Address}', which is no IP address. Write 127.0.0.1, or 0.0.0.0 in a container.");
}
