using Microsoft.Extensions.Options;

namespace SyncWorker.Hosting;

/// <summary>Checks the annotations.</summary>
[OptionsValidator]
internal sealed partial class ValidateSyncOptions : IValidateOptions<SyncOptions>;
