namespace SyncWorker.Core.Opportunities;

/// <summary>Members of the document of what the worker itself knows of a link that no row of the field map reads.</summary>
public static class WorkerMembers
{
    /// <summary>The open opportunity at AWS that a draft may repeat, in a seller's words.</summary>
    public const string PossibleDuplicate = "PossibleDuplicate";
}
