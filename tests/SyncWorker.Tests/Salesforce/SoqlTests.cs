using CsCheck;
using SyncWorker.Salesforce;

namespace SyncWorker.Tests.Salesforce;

public sealed class SoqlTests
{
    private const string Seed = "0000KsKpVnbe";
    private const int Strings = 100_000;

    // What closes, opens, escapes or comments in some language, between any characters at all.
    private static readonly Gen<string> Text = Gen.Frequency(
        (3, Gen.Frequency((2, Gen.OneOf('\'', '"', '\\', '\n', '\r', '\t', '\b', '\f', '\0', '\u001f', '\u007f', '\u0085', '\u2028', '\u2029', '\uFF07', '\u2019', '%', '_', ';', '(', ')', 'u', '0', '2', '7')), (1, Gen.Char), (1, Gen.OneOf('\ud800', '\udbff', '\udc00', '\udfff'))).Array[0, 40].Select(c => new string(c))),
        (1, Gen.OneOf("' OR Name != '", @"\' OR Name != \'", @"\\' OR 1 = 1 --", @"\u0027 OR Name != \u0027", "x'/*", @"\", @"\\", @"'\", "''", "\\\u0027", ":variable", "%27 OR 1=1", "NULL")));

    [Fact]
    public void A_text_stays_one_literal_and_means_what_it_says() => Text.Sample(
        text => Assert.Equal(["SELECT", "Id", "FROM", "Account", "WHERE", "Name", "=", "'" + text, "AND", "X__c", "=", "'" + text], SoqlReader.Read(Sent($"SELECT Id FROM Account WHERE Name = {Soql.Text(text)} AND X__c = {Soql.Text(text)}"))),
        iter: Strings, seed: Seed);

    [Fact]
    public void Only_an_id_becomes_an_id() => Gen.Frequency((1, Text), (1, Gen.Char["abcXYZ019'\\_- é٣"].Array[14, 19].Select(c => new string(c)))).Sample(
        text =>
        {
            if (text.Length is 15 or 18 && text.All(char.IsAsciiLetterOrDigit)) Assert.Equal(["Id", "=", "'" + text], SoqlReader.Read($"Id = {Soql.Id(text)}"));
            else Assert.Throws<ArgumentException>(() => Soql.Id(text));
        },
        iter: Strings, seed: Seed);

    [Fact]
    public void A_date_time_stays_one_word_to_the_second_in_UTC() => Gen.DateTimeOffset.Sample(
        date => Assert.Equal(["X", ">", "=", $"{date.UtcDateTime.Year:0000}-{date.UtcDateTime.Month:00}-{date.UtcDateTime.Day:00}T{date.UtcDateTime.Hour:00}:{date.UtcDateTime.Minute:00}:{date.UtcDateTime.Second:00}Z"], SoqlReader.Read($"X >= {Soql.DateTime(date)}")),
        iter: Strings, seed: Seed);

    /// <summary>A query as Salesforce receives it in an address.</summary>
    private static string Sent(string soql) => Uri.UnescapeDataString(Uri.EscapeDataString(soql));
}
