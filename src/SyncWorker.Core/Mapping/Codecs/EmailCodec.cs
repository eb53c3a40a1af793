using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>An e-mail address in lower case, the only case that AWS takes.</summary>
internal sealed class EmailCodec : Codec
{
    private const int Longest = 80;

    // AWS's shape Email (service model 2026-08-04), anchored.
    private static readonly Regex Shape = new(
        @"\A[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public override string Name => "email";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        var email = Plain(parts[0])?.Trim().ToLowerInvariant();
        return email is { Length: > Longest } ? Reading.Unknown($"{email.Length} characters; AWS takes {Longest}. Shorten it", wire)
            : email is null || !Shape.IsMatch(email) ? Reading.Unknown($"{PlainText.Quote(email)} is not an e-mail address that AWS takes. Correct it", wire)
            : Reading.Value(wire, email);
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) => Encoded.Of(canonical);
}
