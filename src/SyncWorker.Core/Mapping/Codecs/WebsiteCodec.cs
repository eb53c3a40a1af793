using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>
/// A website as AWS takes it. Scheme and host mean the same in any case and are lower-cased; a lone slash at the end means nothing and is dropped. The scheme itself stays as the
/// author wrote it, because AWS takes an address with or without one.
/// </summary>
internal sealed partial class WebsiteCodec : Codec
{
    public override string Name => "website";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        var text = Plain(parts[0]) is { } raw ? PlainText.Clean(raw) : null;
        if (text is null || Address().Match(text) is not { Success: true } match)
            return Reading.Unknown($"{PlainText.Quote(text)} is not a website that AWS takes. Write one such as www.example.com", wire);
        var rest = match.Groups["rest"].Value;
        var website = match.Groups["host"].Value.ToLowerInvariant() + (rest == "/" ? "" : rest);
        return website.Length is >= 4 and <= 255 ? Reading.Value(wire, website) : Reading.Unknown($"{website.Length} characters; AWS takes 4 to 255. Correct it", wire);
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) => Encoded.Of(canonical);

    // AWS's business rule for WebsiteUrl (ACE data model 2025-10-28): its character class runs from ( to | and so holds every character of an address but ! " # $ % & ' and ~.
    [GeneratedRegex(@"\A(?<host>(?:[hH][tT][tT][pP][sS]?://)?[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+)(?<rest>(?:[:/?][(-|]*)?)\z")]
    private static partial Regex Address();
}
