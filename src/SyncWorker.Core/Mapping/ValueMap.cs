using System.Collections.Immutable;

namespace SyncWorker.Core.Mapping;

/// <summary>
/// A value map of <c>picklists.yaml</c>: AWS's values and what the org's own picklist values mean among them. AWS's value is the canonical one; several Salesforce values may
/// mean the same, and one of them may be marked as the one to write back.
/// </summary>
/// <param name="Name">The name that rows use.</param>
/// <param name="Aws">AWS's values in AWS's order and spelling. Empty: any text is taken as it is.</param>
/// <param name="ToAws">Salesforce value to AWS value; compared without regard to case.</param>
/// <param name="Back">AWS value to the Salesforce value marked <c>primary</c>.</param>
/// <param name="Spellings">Other spellings in which AWS itself gives a value, to AWS's value.</param>
/// <param name="Otherwise">Whether a Salesforce value without a partner is empty (<see langword="true"/>) or unknown and held (<see langword="false"/>).</param>
public sealed record ValueMap(
    string Name,
    ImmutableArray<string> Aws,
    ImmutableDictionary<string, string> ToAws,
    ImmutableDictionary<string, string> Back,
    ImmutableDictionary<string, string> Spellings,
    bool Otherwise)
{
    /// <summary>Whether a value that AWS gives and the map lacks is taken as it is, instead of being unknown and held.</summary>
    public bool Open { get; init; }

    /// <summary>Whether any text may be a value.</summary>
    public bool TakesAnything => Open || Aws.IsEmpty;
}
