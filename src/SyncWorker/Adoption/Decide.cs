namespace SyncWorker.Adoption;

/// <summary>The words of the decision column.</summary>
internal static class Decide
{
    /// <summary>Of an opportunity: it gets its link and its co-sell record.</summary>
    public const string Adopt = "adopt";

    /// <summary>Of an opportunity: it is left to AWS alone.</summary>
    public const string Ignore = "ignore";

    /// <summary>Of a row: both sides stay as they are. So does a row without a word.</summary>
    public const string Keep = "keep";

    /// <summary>Of a row: what Salesforce says goes to AWS.</summary>
    public const string Send = "send";
}
