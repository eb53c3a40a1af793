using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SyncWorker.Core.Mapping.Checking;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>
/// The partner's solutions as Partner Central last listed them: what a seller's word for one means, and which name shows an id. An id needs no list: AWS itself says whether it takes it.
/// </summary>
public sealed partial class SolutionCatalogue
{
    private readonly FrozenDictionary<string, ImmutableArray<Solution>> _byName;
    private readonly FrozenDictionary<string, string> _names;

    private SolutionCatalogue(bool isRead, IEnumerable<Solution> solutions)
    {
        IsRead = isRead;
        Solutions = [.. solutions.DistinctBy(s => s.Id).OrderBy(s => s.Id, StringComparer.Ordinal)];
        _byName = Solutions.GroupBy(s => Spoken(s.Name), StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(g => g.Key, Meant, StringComparer.OrdinalIgnoreCase);
        _names = Solutions.ToFrozenDictionary(s => s.Id, s => Spoken(s.Name));
    }

    /// <summary>What is known before Partner Central was asked.</summary>
    public static SolutionCatalogue Unread { get; } = new(false, []);

    /// <summary>Whether Partner Central has listed its solutions.</summary>
    public bool IsRead { get; }

    /// <summary>The solutions by id.</summary>
    public ImmutableArray<Solution> Solutions { get; }

    /// <summary>The catalogue that Partner Central listed.</summary>
    /// <param name="solutions">All of the partner's solutions, whatever their status.</param>
    public static SolutionCatalogue Of(IEnumerable<Solution> solutions) => new(true, solutions);

    /// <summary>Whether a word is a solution's id.</summary>
    public static bool IsId(string word) => Id().IsMatch(word);

    /// <summary>The id that a word means, or the reason why nobody knows, with what to do.</summary>
    public (string? Id, string? Reason) Find(string word)
    {
        if (IsId(word)) return (word.ToUpperInvariant(), null);
        if (!IsRead) return (null, $"{PlainText.Quote(word)} is unknown, because the solutions in Partner Central could not be listed. Use its S-number");
        return _byName.GetValueOrDefault(Spoken(word), []) switch
        {
            [var only] => (only.Id, null),
            [] => (null, $"{PlainText.Quote(word)} is no active solution of yours in Partner Central. {Advice(word)}"),
            var several => (null, $"{PlainText.Quote(word)} is the name of {several.Length} solutions of yours in Partner Central ({string.Join(", ", several.Select(s => s.Id))}). Use the S-number"),
        };
    }

    /// <summary>The name that shows an id; null where there is none, or where it would not be read as that solution again.</summary>
    public string? NameOf(string id) => _names.GetValueOrDefault(id) is { Length: > 0 } name && !name.Contains(';', StringComparison.Ordinal) && Find(name).Id == id ? name : null;

    /// <summary>
    /// Whom a name means: the active solutions of that name, else the retired ones. A deal keeps the solution it was sold with after the partner retires it; AWS itself refuses it for a new
    /// deal.
    /// </summary>
    private static ImmutableArray<Solution> Meant(IEnumerable<Solution> named)
    {
        var all = named.ToImmutableArray();
        return all.Any(s => s.IsActive) ? [.. all.Where(s => s.IsActive)] : all;
    }

    private string Advice(string word)
    {
        var near = Nearest.Of(Spoken(word), Solutions.Where(s => s.IsActive).Select(s => Spoken(s.Name)));
        return near is null ? "Write its name as it stands there, or its S-number" : $"Use '{near}' or its S-number";
    }

    private static string Spoken(string name) => PlainText.OneLine(PlainText.Clean(name));

    [GeneratedRegex(@"\A[Ss]-[0-9]{1,19}\z")]
    private static partial Regex Id();
}
