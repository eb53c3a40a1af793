namespace SyncWorker.Salesforce.Package;

/// <summary>One file of the org package.</summary>
/// <param name="Path">Below the package folder, with slashes.</param>
/// <param name="Text">Its text, with line feeds.</param>
internal sealed record PackageFile(string Path, string Text);
