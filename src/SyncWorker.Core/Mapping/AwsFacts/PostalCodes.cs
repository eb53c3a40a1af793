using System.Collections.Frozen;

namespace SyncWorker.Core.Mapping.AwsFacts;

/// <summary>
/// The postal codes that AWS takes, by country (its standard values PostalCodeValidations and CountriesWithoutPostalCode, 2026-08-21). AWS checks them only when an opportunity is
/// submitted, so the worker checks before. Where AWS's words are an example rather than a form (El Salvador 1101, Swaziland M999, Brunei KB9999, Netherlands 9999 AC, Ireland
/// A99 9A9A) the form is meant.
/// </summary>
public static class PostalCodes
{
    private const int ExamplesShown = 2;

    // # is a digit, @ a letter, * either; anything else stands for itself.
    private const string Forms = """
        ## = JM
        ### = FO IS LS MG OM PG
        ### ##|##### = CZ SK
        #### = AF AL AM AT AU BD BG CC CH CV CX CY DK ET GE GL GW HT HU LI LR LU MK MZ NE NF NO NZ PH PY SJ SV TN ZA
        #### @@|####@@ = NL
        ##### = AX BA BT CU DE DO DZ EE EG ES FI FR GT GU HN HR ID IQ IT JO KE KH KR KW LA LK MA ME MH MM MN MP MX MY NA NI NP PE PK PR PW RS SD SN SS TD TH TR TW UA UY VI ZM
        ###### = CN CO EC KG KZ NG PA RO SG TJ TM TT VN
        #######|###-#### = JP
        ######|### ### = IN
        #####-#### = SA
        #####|### ## = GR
        #####|####### = IL
        #####|#####-### = BR
        #####|#####-#### = US
        #####|LT-##### = LT
        ####|##### = CR MV
        ####|####-### = PT
        ###|#### = BH
        ##-### = PL
        120 = VA
        4789# = SM
        971## = GP
        97133 = BL
        97150 = MF
        972## = MQ
        973## = GF
        974## = RE
        97500 = PM
        976## = YT
        980## = MC
        986## = WF
        987## = PF
        988## = NC
        @## ****|@##**** = IE
        @### = SZ
        @#@ #@#|@#@#@# = CA
        @@ ##|@@ @@ = BM
        @@## #@@|@# #@@|@## #@@|@@# #@@|@#@ #@@|@@#@ #@@|@@###@@|@##@@|@###@@|@@##@@|@#@#@@|@@#@#@@ = GB
        @@#### = BN
        @@@ ####|@@@#### = MT
        B-####|#### = BE
        S-#####|SE-#####|#####|### ## = SE
        VC#### = VC
        """;

    private const string Without = """
        AE AG AN AO AW BF BI BJ BO BQ BS BW BZ CF CG CI CK CM CW DJ DM ER FJ GD GH GM GQ GY HK HM KI KM KN LY ML MO MR MW NR NU QA RW SB SC SH SL SR ST SY TF
        TG TK TL TO TV UG VU YE ZW
        """;

    private static readonly FrozenDictionary<string, string[]> ByCountry = Forms.Split('\n').Select(line => line.Split(" = "))
        .SelectMany(pair => pair[1].Split(' ').Select(country => KeyValuePair.Create(country, pair[0].Split('|')))).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> NoCode = Without.Split([' ', '\n']).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether AWS wants a postal code for a country.</summary>
    public static bool IsWanted(string country) => !NoCode.Contains(country);

    /// <summary>Whether a code has a form that AWS takes for a country; a country without a form takes any.</summary>
    public static bool Fits(string country, string code) => !ByCountry.TryGetValue(country, out var forms) || forms.Any(form => Matches(form, code.ToUpperInvariant()));

    /// <summary>Codes as they should look, for messages: <c>12345 or 12345-6789</c>; null for a country without a form.</summary>
    public static string? Example(string country) =>
        ByCountry.TryGetValue(country, out var forms)
            ? string.Join(" or ", forms.Take(ExamplesShown).Select(FilledIn)) + (forms.Length > ExamplesShown ? " or the like" : "")
            : null;

    private static bool Matches(string form, string code) => form.Length == code.Length && form.Zip(code).All(pair => pair.First switch
    {
        '#' => char.IsAsciiDigit(pair.Second),
        '@' => char.IsAsciiLetterUpper(pair.Second),
        '*' => char.IsAsciiDigit(pair.Second) || char.IsAsciiLetterUpper(pair.Second),
        var literal => literal == pair.Second,
    });

    private static string FilledIn(string form)
    {
        var (digit, letter) = ('1', 'A');
        return string.Concat(form.Select(c => c is '#' or '*' ? digit++ : c == '@' ? letter++ : c));
    }
}
