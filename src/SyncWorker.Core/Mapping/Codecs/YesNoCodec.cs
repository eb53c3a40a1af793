using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>Yes, No or nothing said; a checkbox in Salesforce serves too. AWS may have other words for the two, which the argument names.</summary>
internal sealed class YesNoCodec(string? argument) : Codec
{
    private const string Yes = "Yes";
    private const string No = "No";

    private readonly string _awsYes = argument?.Split('|')[0] ?? Yes;
    private readonly string _awsNo = argument?.Split('|')[1] ?? No;

    public override string Name => "yesNo";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        var text = Plain(parts[0])?.Trim();
        return Says(text, Yes, _awsYes) || IsCheckbox(place, parts, JsonValueKind.True) ? Reading.Value(wire, Yes)
            : Says(text, No, _awsNo) || IsCheckbox(place, parts, JsonValueKind.False) ? Reading.Value(wire, No)
            : Reading.Unknown($"{PlainText.Quote(text)} is neither Yes nor No. Choose one", wire);
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) =>
        place == Place.PartnerCentral ? Encoded.Of(canonical == Yes ? _awsYes : _awsNo)
        : IsCheckbox(place, present, JsonValueKind.True) || IsCheckbox(place, present, JsonValueKind.False) ? Encoded.Of(canonical == Yes)
        : Encoded.Of(canonical);

    protected override Encoded Cleared(Place place, ImmutableArray<JsonNode?> present) =>
        IsCheckbox(place, present, JsonValueKind.True) || IsCheckbox(place, present, JsonValueKind.False) ? Encoded.Of(false) : base.Cleared(place, present);

    private static bool Says(string? text, string word, string aws) =>
        word.Equals(text, StringComparison.OrdinalIgnoreCase) || aws.Equals(text, StringComparison.OrdinalIgnoreCase);

    private static bool IsCheckbox(Place place, ImmutableArray<JsonNode?> parts, JsonValueKind kind) =>
        place != Place.PartnerCentral && parts is [JsonValue value] && value.GetValueKind() == kind;
}
