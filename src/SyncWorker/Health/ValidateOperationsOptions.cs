using Microsoft.Extensions.Options;

namespace SyncWorker.Health;

/// <summary>Checks the annotations.</summary>
[OptionsValidator]
internal sealed partial class ValidateOperationsOptions : IValidateOptions<OperationsOptions>;
