using SyncWorker.Emulators.PartnerCentral;
using SyncWorker.Emulators.Salesforce;

namespace SyncWorker.Emulators;

/// <summary>What the two emulated systems look like.</summary>
public sealed class EmulatedWorldOptions
{
    /// <summary>A folder of SFDX source that adds the co-sell object and its fields to the org; null for standard objects only.</summary>
    public string? SalesforceSource { get; set; }

    /// <summary>The Salesforce org; the source folder above goes before the one in here.</summary>
    public SalesforceEmulatorOptions Salesforce { get; set; } = new();

    /// <summary>The Partner Central account.</summary>
    public PartnerCentralEmulatorOptions PartnerCentral { get; set; } = new();
}
