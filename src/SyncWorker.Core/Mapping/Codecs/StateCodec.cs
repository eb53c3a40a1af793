using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping.AwsFacts;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>
/// A state by AWS's name for it. AWS takes one for the United States only, so what Salesforce holds for another country has no counterpart and counts as nothing, until the
/// country makes it say something; what AWS gives is taken as it is.
/// </summary>
internal sealed class StateCodec : Codec
{
    private const string UnitedStates = "US";

    public override string Name => "state";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        if (Plain(parts[0]) is not { } raw)
            return Reading.Unknown("not a text. Ask your Salesforce admin to check the field map", wire);
        var text = PlainText.OneLine(PlainText.Clean(raw));
        return place == Place.PartnerCentral ? Reading.Value(wire, text)
            : context.Country is null ? Reading.Value(wire, UsStates.ByName(text) ?? text)
            : context.Country != UnitedStates ? Reading.Empty
            : UsStates.Find(text) is { } state ? Reading.Value(wire, state)
            : Reading.Unknown($"{PlainText.Quote(text)} is not a US state that AWS knows. Write its full name", wire);
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) =>
        Encoded.Of(place == Place.PartnerCentral && context.Country is not (null or UnitedStates) ? null : canonical);
}
