namespace SyncWorker.Core.Lifecycle;

/// <summary>The sales stages that rules name, in AWS's spelling.</summary>
public static class Stage
{
#pragma warning disable CS1591 // Each is AWS's value.
    public const string BusinessValidation = "Business Validation";
    public const string Committed = "Committed";
    public const string Launched = "Launched";
    public const string ClosedLost = "Closed Lost";
#pragma warning restore CS1591

    /// <summary>Whether the sale is over: launched or lost.</summary>
    public static bool IsTerminal(string? stage) => stage is Launched or ClosedLost;
}
