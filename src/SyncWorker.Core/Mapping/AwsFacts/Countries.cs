using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SyncWorker.Core.Mapping.AwsFacts;

/// <summary>
/// The countries that AWS takes, by ISO 3166 code, with the names that Salesforce and AWS's own lists use for them. Codes: AWS's enum CountryCode (service model 2026-08-04: 249 of
/// them, with AN and without KP). Names: ISO 3166-1; AWS's standard values (2026-08-21) for the odd ones.
/// </summary>
public static class Countries
{
    // Code, the name that messages use, then other names.
    private const string Table = """
        AD|Andorra|Principality of Andorra|AND
        AE|United Arab Emirates|UAE|ARE
        AF|Afghanistan|Islamic Republic of Afghanistan|AFG
        AG|Antigua and Barbuda|ATG
        AI|Anguilla|AIA
        AL|Albania|Republic of Albania|ALB
        AM|Armenia|Republic of Armenia|ARM
        AN|Netherlands Antilles
        AO|Angola|Republic of Angola|AGO
        AQ|Antarctica|ATA
        AR|Argentina|Argentine Republic|ARG
        AS|American Samoa|ASM
        AT|Austria|Republic of Austria|AUT
        AU|Australia|AUS
        AW|Aruba|ABW
        AX|Åland Islands|Aland Islands|ALA
        AZ|Azerbaijan|Republic of Azerbaijan|AZE
        BA|Bosnia and Herzegovina|Republic of Bosnia and Herzegovina|Bosnia|BIH
        BB|Barbados|BRB
        BD|Bangladesh|People's Republic of Bangladesh|BGD
        BE|Belgium|Kingdom of Belgium|BEL
        BF|Burkina Faso|BFA
        BG|Bulgaria|Republic of Bulgaria|BGR
        BH|Bahrain|Kingdom of Bahrain|BHR
        BI|Burundi|Republic of Burundi|BDI
        BJ|Benin|Republic of Benin|BEN
        BL|Saint Barthélemy|Saint Barthelemy|BLM
        BM|Bermuda|BMU
        BN|Brunei Darussalam|Brunei|BRN
        BO|Bolivia|Bolivia, Plurinational State of|Plurinational State of Bolivia|BOL
        BQ|Bonaire, Sint Eustatius and Saba|Caribbean Netherlands|BES
        BR|Brazil|Federative Republic of Brazil|BRA
        BS|Bahamas|Commonwealth of the Bahamas|BHS
        BT|Bhutan|Kingdom of Bhutan|BTN
        BV|Bouvet Island|BVT
        BW|Botswana|Republic of Botswana|BWA
        BY|Belarus|Republic of Belarus|BLR
        BZ|Belize|BLZ
        CA|Canada|CAN
        CC|Cocos (Keeling) Islands|Cocos Islands|Keeling Islands|CCK
        CD|Democratic Republic of the Congo|Congo, The Democratic Republic of the|DR Congo|DRC|Congo-Kinshasa|COD
        CF|Central African Republic|CAF
        CG|Congo|Republic of the Congo|Congo-Brazzaville|COG
        CH|Switzerland|Swiss Confederation|CHE
        CI|Côte d'Ivoire|Republic of Côte d'Ivoire|Ivory Coast|Cote d'Ivoire|Republic of Cote d'Ivoire|CIV
        CK|Cook Islands|COK
        CL|Chile|Republic of Chile|CHL
        CM|Cameroon|Republic of Cameroon|CMR
        CN|China|People's Republic of China|PRC|Mainland China|CHN
        CO|Colombia|Republic of Colombia|COL
        CR|Costa Rica|Republic of Costa Rica|CRI
        CU|Cuba|Republic of Cuba|CUB
        CV|Cabo Verde|Republic of Cabo Verde|Cape Verde|CPV
        CW|Curaçao|Curacao|CUW
        CX|Christmas Island|CXR
        CY|Cyprus|Republic of Cyprus|CYP
        CZ|Czech Republic|Czechia|CZE
        DE|Germany|Federal Republic of Germany|Deutschland|DEU
        DJ|Djibouti|Republic of Djibouti|DJI
        DK|Denmark|Kingdom of Denmark|DNK
        DM|Dominica|Commonwealth of Dominica|DMA
        DO|Dominican Republic|DOM
        DZ|Algeria|People's Democratic Republic of Algeria|DZA
        EC|Ecuador|Republic of Ecuador|ECU
        EE|Estonia|Republic of Estonia|EST
        EG|Egypt|Arab Republic of Egypt|EGY
        EH|Western Sahara|ESH
        ER|Eritrea|the State of Eritrea|ERI
        ES|Spain|Kingdom of Spain|España|Espana|ESP
        ET|Ethiopia|Federal Democratic Republic of Ethiopia|ETH
        FI|Finland|Republic of Finland|FIN
        FJ|Fiji|Republic of Fiji|FJI
        FK|Falkland Islands|Falkland Islands (Malvinas)|FLK
        FM|Micronesia|Micronesia, Federated States of|Federated States of Micronesia|FSM
        FO|Faroe Islands|FRO
        FR|France|French Republic|FRA
        GA|Gabon|Gabonese Republic|GAB
        GB|United Kingdom|United Kingdom of Great Britain and Northern Ireland|UK|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|GBR
        GD|Grenada|GRD
        GE|Georgia|GEO
        GF|French Guiana|GUF
        GG|Guernsey|GGY
        GH|Ghana|Republic of Ghana|GHA
        GI|Gibraltar|GIB
        GL|Greenland|GRL
        GM|Gambia|Republic of the Gambia|GMB
        GN|Guinea|Republic of Guinea|GIN
        GP|Guadeloupe|GLP
        GQ|Equatorial Guinea|Republic of Equatorial Guinea|GNQ
        GR|Greece|Hellenic Republic|GRC
        GS|South Georgia and the South Sandwich Islands|SGS
        GT|Guatemala|Republic of Guatemala|GTM
        GU|Guam|GUM
        GW|Guinea-Bissau|Republic of Guinea-Bissau|GNB
        GY|Guyana|Republic of Guyana|GUY
        HK|Hong Kong|Hong Kong Special Administrative Region of China|Hong Kong SAR|Hong Kong, China|HKG
        HM|Heard Island and McDonald Islands|HMD
        HN|Honduras|Republic of Honduras|HND
        HR|Croatia|Republic of Croatia|HRV
        HT|Haiti|Republic of Haiti|HTI
        HU|Hungary|HUN
        ID|Indonesia|Republic of Indonesia|IDN
        IE|Ireland|Republic of Ireland|IRL
        IL|Israel|State of Israel|ISR
        IM|Isle of Man|IMN
        IN|India|Republic of India|IND
        IO|British Indian Ocean Territory|IOT
        IQ|Iraq|Republic of Iraq|IRQ
        IR|Iran|Iran, Islamic Republic of|Islamic Republic of Iran|IRN
        IS|Iceland|Republic of Iceland|ISL
        IT|Italy|Italian Republic|ITA
        JE|Jersey|JEY
        JM|Jamaica|JAM
        JO|Jordan|Hashemite Kingdom of Jordan|JOR
        JP|Japan|JPN
        KE|Kenya|Republic of Kenya|KEN
        KG|Kyrgyzstan|Kyrgyz Republic|KGZ
        KH|Cambodia|Kingdom of Cambodia|KHM
        KI|Kiribati|Republic of Kiribati|KIR
        KM|Comoros|Union of the Comoros|COM
        KN|Saint Kitts and Nevis|KNA
        KR|South Korea|Korea, Republic of|Korea|Republic of Korea|Korea, South|KOR
        KW|Kuwait|State of Kuwait|KWT
        KY|Cayman Islands|CYM
        KZ|Kazakhstan|Republic of Kazakhstan|KAZ
        LA|Laos|Lao People's Democratic Republic|LAO
        LB|Lebanon|Lebanese Republic|LBN
        LC|Saint Lucia|LCA
        LI|Liechtenstein|Principality of Liechtenstein|LIE
        LK|Sri Lanka|Democratic Socialist Republic of Sri Lanka|LKA
        LR|Liberia|Republic of Liberia|LBR
        LS|Lesotho|Kingdom of Lesotho|LSO
        LT|Lithuania|Republic of Lithuania|LTU
        LU|Luxembourg|Grand Duchy of Luxembourg|LUX
        LV|Latvia|Republic of Latvia|LVA
        LY|Libya|Libyan Arab Jamahiriya|LBY
        MA|Morocco|Kingdom of Morocco|MAR
        MC|Monaco|Principality of Monaco|MCO
        MD|Moldova|Moldova, Republic of|Republic of Moldova|MDA
        ME|Montenegro|MNE
        MF|Saint Martin|Saint Martin (French part)|MAF
        MG|Madagascar|Republic of Madagascar|MDG
        MH|Marshall Islands|Republic of the Marshall Islands|MHL
        MK|North Macedonia|Republic of North Macedonia|Macedonia, The former Yugoslav Republic Of|Macedonia|MKD
        ML|Mali|Republic of Mali|MLI
        MM|Myanmar|Republic of Myanmar|Burma|MMR
        MN|Mongolia|MNG
        MO|Macao|Macao Special Administrative Region of China|Macau|MAC
        MP|Northern Mariana Islands|Commonwealth of the Northern Mariana Islands|MNP
        MQ|Martinique|MTQ
        MR|Mauritania|Islamic Republic of Mauritania|MRT
        MS|Montserrat|MSR
        MT|Malta|Republic of Malta|MLT
        MU|Mauritius|Republic of Mauritius|MUS
        MV|Maldives|Republic of Maldives|MDV
        MW|Malawi|Republic of Malawi|MWI
        MX|Mexico|United Mexican States|MEX
        MY|Malaysia|MYS
        MZ|Mozambique|Republic of Mozambique|MOZ
        NA|Namibia|Republic of Namibia|NAM
        NC|New Caledonia|NCL
        NE|Niger|Republic of the Niger|NER
        NF|Norfolk Island|NFK
        NG|Nigeria|Federal Republic of Nigeria|NGA
        NI|Nicaragua|Republic of Nicaragua|NIC
        NL|Netherlands|Kingdom of the Netherlands|Holland|NLD
        NO|Norway|Kingdom of Norway|NOR
        NP|Nepal|Federal Democratic Republic of Nepal|NPL
        NR|Nauru|Republic of Nauru|NRU
        NU|Niue|NIU
        NZ|New Zealand|NZL
        OM|Oman|Sultanate of Oman|OMN
        PA|Panama|Republic of Panama|PAN
        PE|Peru|Republic of Peru|PER
        PF|French Polynesia|PYF
        PG|Papua New Guinea|Independent State of Papua New Guinea|PNG
        PH|Philippines|Republic of the Philippines|PHL
        PK|Pakistan|Islamic Republic of Pakistan|PAK
        PL|Poland|Republic of Poland|POL
        PM|Saint Pierre and Miquelon|SPM
        PN|Pitcairn|PCN
        PR|Puerto Rico|PRI
        PS|Palestine|Palestine, State of|the State of Palestine|Palestinian Territories|Palestinian Territory, Occupied|PSE
        PT|Portugal|Portuguese Republic|PRT
        PW|Palau|Republic of Palau|PLW
        PY|Paraguay|Republic of Paraguay|PRY
        QA|Qatar|State of Qatar|QAT
        RE|Réunion|Reunion|REU
        RO|Romania|ROU
        RS|Serbia|Republic of Serbia|SRB
        RU|Russia|Russian Federation|RUS
        RW|Rwanda|Rwandese Republic|RWA
        SA|Saudi Arabia|Kingdom of Saudi Arabia|SAU
        SB|Solomon Islands|SLB
        SC|Seychelles|Republic of Seychelles|SYC
        SD|Sudan|Republic of the Sudan|SDN
        SE|Sweden|Kingdom of Sweden|SWE
        SG|Singapore|Republic of Singapore|SGP
        SH|Saint Helena|Saint Helena, Ascension and Tristan da Cunha|SHN
        SI|Slovenia|Republic of Slovenia|SVN
        SJ|Svalbard and Jan Mayen|SJM
        SK|Slovakia|Slovak Republic|SVK
        SL|Sierra Leone|Republic of Sierra Leone|SLE
        SM|San Marino|Republic of San Marino|SMR
        SN|Senegal|Republic of Senegal|SEN
        SO|Somalia|Federal Republic of Somalia|SOM
        SR|Suriname|Republic of Suriname|SUR
        SS|South Sudan|Republic of South Sudan|SSD
        ST|Sao Tome and Principe|Democratic Republic of Sao Tome and Principe|STP
        SV|El Salvador|Republic of El Salvador|SLV
        SX|Sint Maarten|Sint Maarten (Dutch part)|SXM
        SY|Syria|Syrian Arab Republic|SYR
        SZ|Eswatini|Kingdom of Eswatini|Swaziland|SWZ
        TC|Turks and Caicos Islands|TCA
        TD|Chad|Republic of Chad|TCD
        TF|French Southern Territories|ATF
        TG|Togo|Togolese Republic|TGO
        TH|Thailand|Kingdom of Thailand|THA
        TJ|Tajikistan|Republic of Tajikistan|TJK
        TK|Tokelau|TKL
        TL|Timor-Leste|Democratic Republic of Timor-Leste|East Timor|TLS
        TM|Turkmenistan|TKM
        TN|Tunisia|Republic of Tunisia|TUN
        TO|Tonga|Kingdom of Tonga|TON
        TR|Turkey|Türkiye|Republic of Türkiye|Turkiye|Republic of Turkiye|TUR
        TT|Trinidad and Tobago|Republic of Trinidad and Tobago|Trinidad|TTO
        TV|Tuvalu|TUV
        TW|Taiwan|Taiwan, Province of China|TWN
        TZ|Tanzania|Tanzania, United Republic of|United Republic of Tanzania|TZA
        UA|Ukraine|UKR
        UG|Uganda|Republic of Uganda|UGA
        UM|United States Minor Outlying Islands|UMI
        US|United States|United States of America|USA|America
        UY|Uruguay|Eastern Republic of Uruguay|URY
        UZ|Uzbekistan|Republic of Uzbekistan|UZB
        VA|Holy See|Holy See (Vatican City State)|Vatican City|Vatican|VAT
        VC|Saint Vincent and the Grenadines|VCT
        VE|Venezuela|Venezuela, Bolivarian Republic of|Bolivarian Republic of Venezuela|VEN
        VG|British Virgin Islands|Virgin Islands, British|VGB
        VI|U.S. Virgin Islands|Virgin Islands, U.S.|Virgin Islands of the United States|Virgin Islands|VIR
        VN|Vietnam|Socialist Republic of Viet Nam|VNM
        VU|Vanuatu|Republic of Vanuatu|VUT
        WF|Wallis and Futuna|WLF
        WS|Samoa|Independent State of Samoa|WSM
        YE|Yemen|Republic of Yemen|YEM
        YT|Mayotte|MYT
        ZA|South Africa|Republic of South Africa|RSA|ZAF
        ZM|Zambia|Republic of Zambia|ZMB
        ZW|Zimbabwe|Republic of Zimbabwe|ZWE
        """;

    private static readonly ImmutableArray<string[]> Rows = [.. Table.Split('\n').Select(line => line.Split('|'))];
    private static readonly FrozenDictionary<string, string> Names = Rows.ToFrozenDictionary(r => r[0], r => r[1], StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<string, string> Codes =
        Rows.SelectMany(r => r.Skip(1).Select(name => KeyValuePair.Create(Fold(name), r[0]))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every code that AWS takes.</summary>
    public static ImmutableArray<string> All { get; } = [.. Rows.Select(r => r[0])];

    /// <summary>The code in AWS's spelling; null for a text that is none.</summary>
    public static string? Code(string text) => Names.ContainsKey(text) ? text.ToUpperInvariant() : null;

    /// <summary>The country's usual name; the code itself where AWS does not know it.</summary>
    public static string Name(string code) => Names.GetValueOrDefault(code, code);

    /// <summary>The code for a code or a name in any of its usual forms; null where nobody knows.</summary>
    public static string? Find(string text) => Code(text) ?? Codes.GetValueOrDefault(Fold(text));

    // Letters and digits only, without the words that come and go; St is Saint.
    private static string Fold(string name)
    {
        var letters = string.Concat(name.ToLowerInvariant().Where(c => c is not ('\'' or '\u2019' or '.')).Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        return string.Concat(letters.Split(' ').Where(word => word is not ("the" or "and" or "of")).Select(word => word == "st" ? "saint" : word));
    }
}
