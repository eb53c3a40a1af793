using System.Collections.Immutable;
using PhoneNumbers;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>The codecs by the names that the field map uses.</summary>
public static class CodecTable
{
    /// <summary>Every name, in alphabetical order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "country", "date", "dateTime", "email", "flag", "id", "is", "money", "name", "person", "phone", "picklist", "postalCode", "set", "solutions", "state", "text", "website", "yesNo",
    ];

    /// <summary>Makes a codec.</summary>
    /// <param name="name">The name in the field map.</param>
    /// <param name="arguments">What the row says to it.</param>
    /// <param name="problem">Why there is no codec, as a sentence; null when there is one.</param>
    public static Codec? Create(string name, CodecArguments arguments, out string? problem)
    {
        problem = Names.Contains(name) ? Missing(name, arguments) : $"There is no codec '{name}'.";
        return problem is not null ? null : name switch
        {
            "country" => new CountryCodec(arguments.Values),
            "date" => new DateCodec(),
            "dateTime" => new DateTimeCodec(),
            "email" => new EmailCodec(),
            "flag" => new FlagCodec(),
            "id" => new IdCodec(),
            "is" => new IsCodec(arguments.Argument!),
            "money" => new MoneyCodec(),
            "name" => new NameCodec(),
            "person" => new PersonCodec(),
            "phone" => new PhoneCodec(arguments.Argument),
            "picklist" => new PicklistCodec(arguments.Values),
            "postalCode" => new PostalCodeCodec(),
            "set" => new SetCodec(arguments.Values),
            "solutions" => new SolutionsCodec(),
            "state" => new StateCodec(),
            "text" => new TextCodec(arguments.Length, arguments.Cut),
            "website" => new WebsiteCodec(),
            _ => new YesNoCodec(arguments.Argument),
        };
    }

    private static string? Missing(string name, CodecArguments arguments) => name switch
    {
        "is" when string.IsNullOrWhiteSpace(arguments.Argument) => "The codec 'is' needs an argument: the AWS value to compare with.",
        "yesNo" when arguments.Argument is { } pair && pair.Split('|') is not [{ Length: > 0 }, { Length: > 0 }] =>
            $"'{pair}' is not an argument of 'yesNo': it takes AWS's values for Yes and No, such as 'Marketing Activity|None'.",
        "phone" when arguments.Argument is { } region && !PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(region) =>
            $"'{region}' is not an argument of 'phone': it takes the two letters of a country, such as 'US'.",
        "text" when arguments.Length is <= 0 => "A length must be at least 1.",
        _ => null,
    };
}
