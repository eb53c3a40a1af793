using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>A person: an object at AWS, a name and an e-mail field in Salesforce. Canonical: <c>First Last &lt;email&gt;</c>, one part alone where the other is missing.</summary>
internal sealed class PersonCodec : Codec
{
    public override string Name => "person";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        if (parts is [JsonObject person])
            return Canonical(PersonName.Of(person), PersonName.Email(person)) is { Length: > 0 } whole ? Reading.Value(wire, whole) : Reading.Blank(wire);
        if (parts.Any(p => p is not null && Plain(p) is null))
            return Reading.Unknown("not a name and an e-mail address. Ask your Salesforce admin to check the field map", wire);
        var (name, email) = parts.Length == 1 ? Split(Plain(parts[0])!) : (PersonName.Clean(Plain(parts[0])), PersonName.Email(Plain(parts[1])));
        return Canonical(name, email) is { Length: > 0 } canonical ? Reading.Value(wire, canonical) : Reading.Unknown("neither a name nor an e-mail address. Correct it", wire);
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context)
    {
        var (name, email) = Split(canonical);
        return place == Place.PartnerCentral ? Encoded.Of(PersonName.Person(name, email))
            : present.Length == 1 ? Encoded.Of(canonical)
            : new Encoded([name.Length > 0 ? name : null, email.Length > 0 ? email : null], null);
    }

    protected override Encoded Cleared(Place place, ImmutableArray<JsonNode?> present) =>
        place == Place.PartnerCentral || present.Length == 1 ? Encoded.Of(null) : new Encoded([null, null], null);

    private static string Canonical(string name, string email) => email.Length == 0 ? name : name.Length == 0 ? $"<{email}>" : $"{name} <{email}>";

    private static (string Name, string Email) Split(string text)
    {
        var bracket = text.LastIndexOf('<');
        return bracket < 0 || !text.TrimEnd().EndsWith('>') ? (PersonName.Clean(text), "") : (PersonName.Clean(text[..bracket]), PersonName.Email(text[bracket..]));
    }
}
