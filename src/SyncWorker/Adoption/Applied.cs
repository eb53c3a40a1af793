namespace SyncWorker.Adoption;

/// <summary>What came of a file's decisions.</summary>
internal sealed class Applied
{
    /// <summary>Adopted now.</summary>
    public int Adopted { get; set; }

    /// <summary>Adopted before.</summary>
    public int Before { get; set; }

    /// <summary>Of those, the ones whose rows were decided anew.</summary>
    public int Anew { get; set; }

    /// <summary>Left to AWS alone.</summary>
    public int Ignored { get; set; }

    /// <summary>Without a decision.</summary>
    public int Undecided { get; set; }

    /// <summary>What failed, one line each.</summary>
    public List<string> Failed { get; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Adopted} adopted, {Before} adopted before{(Anew == 0 ? "" : $" ({Anew} of them decided anew)")}, {Ignored} left to AWS, {Undecided} without a decision, {Failed.Count} failed.";
}
