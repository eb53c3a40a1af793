using Microsoft.Extensions.Options;

namespace SyncWorker.Salesforce;

/// <summary>Checks the annotations, and what they cannot say.</summary>
[OptionsValidator]
internal sealed partial class ValidateSalesforceOptions : IValidateOptions<SalesforceOptions>;
