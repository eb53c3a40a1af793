using System.Collections.Frozen;
using System.Collections.Immutable;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>A value map at work: what a word means at a place, and which word says a meaning there. Without a map any word means itself.</summary>
internal sealed class Vocabulary
{
    private readonly ValueMap _map;
    private readonly FrozenDictionary<string, string> _aws;
    private readonly FrozenDictionary<string, string> _org;

    public Vocabulary(ValueMap? map)
    {
        _map = map ?? new ValueMap("", [], ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty, false);
        _aws = Words(_map.Aws.Select(v => KeyValuePair.Create(v, v)).Concat(_map.Spellings));
        _org = Words(_map.ToAws);
    }

    /// <summary>What a word means at a place: the meaning, or empty for a word that stands for nothing, or the reason why nobody knows.</summary>
    public (string? Meaning, string? Reason) Read(Place place, string text)
    {
        var word = PlainText.Clean(text);
        var key = PlainText.Key(word);
        if (place == Place.PartnerCentral)
            return _aws.TryGetValue(key, out var value) ? (value, null)
                : _map.TakesAnything ? (word, null)
                : (null, $"AWS value '{word}' is not in the value map '{_map.Name}'. Ask your Salesforce admin to add it");
        var (first, second) = place == Place.Followed ? (_org, _aws) : (_aws, _org);
        return first.TryGetValue(key, out var meaning) || second.TryGetValue(key, out meaning) ? (meaning.Length == 0 ? null : meaning, null)
            // An open list: what somebody typed stands, what is merely followed needs a partner.
            : _map.Otherwise && (place == Place.Followed || !_map.TakesAnything) ? (null, null)
            : _map.TakesAnything ? (word, null)
            : (null, $"'{word}' has no AWS {Spoken(_map.Name)}. Ask your Salesforce admin to map it");
    }

    /// <summary>The word for a meaning, or the reason why the place has none.</summary>
    /// <param name="place">Where it is to stand; the followed place is a standard field with the org's own values.</param>
    /// <param name="meaning">A canonical value.</param>
    /// <param name="present">What stands there now, if anything.</param>
    public (string? Word, string? Reason) Write(Place place, string meaning, string? present)
    {
        if (place == Place.PartnerCentral)
            return (meaning, null);
        var primary = _map.Back.GetValueOrDefault(meaning);
        string?[] words = place == Place.Followed ? (_org.Count == 0 ? [primary, meaning] : [primary]) : SpeaksOrg(present) ? [primary, meaning] : [meaning, primary];
        return words.FirstOrDefault(word => word is not null && Read(place, word).Meaning == meaning) is { } word ? (word, null)
            : (null, $"no Salesforce value is marked primary for '{meaning}'. Ask your Salesforce admin to mark one");
    }

    /// <summary>A map's name in a seller's words: <c>opportunityType</c> is "opportunity type".</summary>
    private static string Spoken(string name) => name.Length == 0 ? "value" : string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) && i > 0 ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    private bool SpeaksOrg(string? present) => present is not null && PlainText.Key(PlainText.Clean(present)) is var key && _org.ContainsKey(key) && !_aws.ContainsKey(key);

    private static FrozenDictionary<string, string> Words(IEnumerable<KeyValuePair<string, string>> pairs) =>
        pairs.Select(p => KeyValuePair.Create(PlainText.Key(p.Key), p.Value)).DistinctBy(p => p.Key, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
