using Microsoft.Extensions.Options;

namespace SyncWorker.State;

/// <summary>Checks the annotations.</summary>
[OptionsValidator]
internal sealed partial class ValidateStateOptions : IValidateOptions<StateOptions>;
