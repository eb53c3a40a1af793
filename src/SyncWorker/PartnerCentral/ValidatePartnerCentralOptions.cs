using Microsoft.Extensions.Options;

namespace SyncWorker.PartnerCentral;

/// <summary>Checks the annotations.</summary>
[OptionsValidator]
internal sealed partial class ValidatePartnerCentralOptions : IValidateOptions<PartnerCentralOptions>;
