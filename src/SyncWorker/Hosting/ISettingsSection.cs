namespace SyncWorker.Hosting;

/// <summary>A section of the settings, whatever its options are.</summary>
internal interface ISettingsSection
{
    /// <summary>The section's name.</summary>
    string Name { get; }

    /// <summary>Everything wrong with it as it stands now; each names the setting and the fix.</summary>
    IReadOnlyList<string> Problems();
}
