namespace SyncWorker.Core.Opportunities;

/// <summary>Members of the document of what the worker itself knows of a link that no row of the field map reads.</summary>
public static class WorkerMembers
{
    /// <summary>The open opportunity at AWS that a draft may repeat, in a seller's words.</summary>
    public const string PossibleDuplicate = "PossibleDuplicate";

    /// <summary>Why the number that a person gave a co-sell record leads to no opportunity, and what to do about it.</summary>
    public const string NumberProblem = "NumberProblem";
}
