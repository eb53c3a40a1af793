using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PhoneNumbers;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>A telephone number as E.164. An extension stays in Salesforce: AWS cannot carry it.</summary>
/// <param name="region">The country of numbers that name none, as of the partner's own people; null for the customer's country.</param>
internal sealed partial class PhoneCodec(string? region = null) : Codec
{
    public override string Name => "phone";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        var text = Plain(parts[0])?.Trim();
        if (text is null)
            return Reading.Unknown("not a telephone number. Ask your Salesforce admin to check the field map", wire);
        if ((Settled(text, region ?? context.Country) ?? (E164().IsMatch(text) ? text : null)) is { } number)
            return Reading.Value(wire, number);
        var advice = (region ?? context.Country) is null ? "Start it with + and the country code" : "Write it as +12065550100";
        return Reading.Unknown($"{PlainText.Quote(text)} is not a telephone number that AWS takes. {advice}", wire);
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) => Encoded.Of(canonical);

    // A number may lose its trunk zeros one by one; what is left must read as itself.
    private static string? Settled(string text, string? country)
    {
        var number = Normal(text, country);
        while (number is not null && Normal(number, country) is { } again && again != number)
            number = again;
        return number;
    }

    private static string? Normal(string text, string? country)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(text, country);
            var normal = numbers.Format(number, PhoneNumberFormat.E164);
            return numbers.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE && E164().IsMatch(normal) ? normal : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A\+[1-9][0-9]{1,14}\z")]
    private static partial Regex E164();
}
