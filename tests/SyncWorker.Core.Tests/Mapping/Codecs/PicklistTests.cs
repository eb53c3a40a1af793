using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

public class PicklistTests
{
    private static readonly ValueMap Stages = Wire.Map(
        ["Prospect", "Qualified", "Technical Validation", "Committed"],
        ["Prospecting->Prospect", "Qualification->Qualified", "Needs Analysis->Qualified", "Closed Won->Committed", "Qualified->Technical Validation"],
        back: ["Prospect->Prospecting", "Qualified->Qualification"],
        spellings: ["Commited->Committed"]);

    [Theory]
    [InlineData(Place.Followed, "needs analysis", "Qualified")]
    [InlineData(Place.Followed, "Qualified", "Technical Validation")]
    [InlineData(Place.Followed, "Committed", "Committed")]
    [InlineData(Place.CoSell, "Qualified", "Qualified")]
    [InlineData(Place.CoSell, "qualified ", "Qualified")]
    [InlineData(Place.CoSell, "Needs Analysis", "Qualified")]
    [InlineData(Place.PartnerCentral, "Qualified", "Qualified")]
    [InlineData(Place.PartnerCentral, "Commited", "Committed")]
    public void Reads_the_words_of_each_place(Place place, string word, string expected) =>
        Assert.Equal(expected, Wire.Codec("picklist", Stages).Read(place, $"\"{word}\"").Canonical);

    [Theory]
    [InlineData(Place.Followed, "'Pilot' has no AWS stage. Ask your Salesforce admin to map it")]
    [InlineData(Place.CoSell, "'Pilot' has no AWS stage. Ask your Salesforce admin to map it")]
    [InlineData(Place.PartnerCentral, "AWS value 'Pilot' is not in the value map 'stage'. Ask your Salesforce admin to add it")]
    public void A_word_without_a_partner_is_unknown_with_the_reason(Place place, string reason) =>
        Assert.Equal(reason, Wire.Codec("picklist", Stages).Read(place, "\"Pilot\"").Reason);

    [Fact]
    public void A_word_of_AWS_that_a_map_uses_for_Salesforce_only_is_unknown() =>
        Assert.True(Wire.Codec("picklist", Stages).Read(Place.PartnerCentral, "\"Needs Analysis\"").IsUnknown);

    [Fact]
    public void Takes_any_word_of_AWS_where_the_map_is_open_or_has_none()
    {
        Assert.Equal("New", Wire.Codec("picklist", Stages with { Open = true }).Read(Place.PartnerCentral, "\"New\"").Canonical);
        Assert.Equal("New", Wire.Codec("picklist").Read(Place.PartnerCentral, "\"New\"").Canonical);
    }

    [Fact]
    public void Words_without_a_partner_are_empty_where_the_map_says_so()
    {
        Assert.True(Wire.Codec("picklist", Stages with { Otherwise = true }).Read(Place.Followed, "\"Pilot\"").IsEmpty);
        Assert.True(Wire.Codec("picklist", Stages with { Otherwise = true }).Read(Place.PartnerCentral, "\"Pilot\"").IsUnknown);
    }

    [Fact]
    public void A_seller_may_write_any_word_where_only_some_of_what_the_row_follows_mean_something()
    {
        var map = Wire.Map([], ["Recreation->Recreation"]) with { Otherwise = true, Open = true };
        Assert.True(Wire.Codec("picklist", map).Read(Place.Followed, "\"Banking\"").IsEmpty);
        Assert.Equal("Recreation", Wire.Codec("picklist", map).Read(Place.Followed, "\"Recreation\"").Canonical);
        Assert.Equal("Beekeeping", Wire.Codec("picklist", map).Read(Place.CoSell, "\"Beekeeping\"").Canonical);
        Assert.Equal("\"Beekeeping\"", Wire.Codec("picklist", map).Write(Place.CoSell, "Beekeeping", "null"));
    }

    [Theory]
    [InlineData("Qualified", "\"Needs Analysis\"", "\"Needs Analysis\"")]
    [InlineData("Qualified", "\"Prospecting\"", "\"Qualification\"")]
    [InlineData("Committed", "\"Prospecting\"", "\"Committed\"")]
    [InlineData("Qualified", "\"Committed\"", "\"Qualified\"")]
    [InlineData("Qualified", "null", "\"Qualified\"")]
    public void Never_flips_a_word_that_means_the_same_and_speaks_the_language_that_is_there(string canonical, string present, string expected) =>
        Assert.Equal(expected, Wire.Codec("picklist", Stages).Write(Place.CoSell, canonical, present));

    [Theory]
    [InlineData("Qualified", "\"Needs Analysis\"", "\"Needs Analysis\"")]
    [InlineData("Qualified", "\"Closed Won\"", "\"Qualification\"")]
    [InlineData("Committed", "\"Prospecting\"", "(no Salesforce value is marked primary for 'Committed'. Ask your Salesforce admin to mark one)")]
    public void Writes_a_standard_field_with_primary_words_only(string canonical, string present, string expected) =>
        Assert.Equal(expected, Wire.Codec("picklist", Stages).Write(Place.Followed, canonical, present));

    [Theory]
    [InlineData("Lost to Competitor \u2013 Google", "Lost to Competitor - Google")]
    [InlineData("Lost to Competitor\u00a0\u2014 Google", "Lost to Competitor - Google")]
    [InlineData("Lost\u00a0to\u202fCompetitor  \u2011 Google\u200b", "Lost to Competitor - Google")]
    [InlineData("Delay/Cancellation of Project", "Delay / Cancellation of Project")]
    [InlineData("delay / cancellation of project", "Delay / Cancellation of Project")]
    [InlineData("People / Relationship/ Governance", "People/Relationship/Governance")]
    [InlineData("Edge Computing/End User Computing", "Edge Computing / End User Computing")]
    [InlineData("ISV Immersion Day SFID Program", "IS Immersion Day SFID Program")]
    public void Reads_the_dashes_and_blanks_of_older_lists_and_word_processors(string text, string expected)
    {
        var map = Wire.Map(
            ["Lost to Competitor - Google", "Delay / Cancellation of Project", "People/Relationship/Governance", "Edge Computing / End User Computing", "IS Immersion Day SFID Program"], [],
            spellings: ["ISV Immersion Day SFID Program->IS Immersion Day SFID Program"]);
        Assert.All(Enum.GetValues<Place>(), place => Assert.Equal(expected, Wire.Codec("picklist", map).Read(place, $"\"{text}\"").Canonical));
        Assert.Equal(expected, Wire.Codec("set", map).Read(Place.CoSell, $"\"{text}\"").Canonical);
        Assert.Equal($"\"{expected}\"", Wire.Codec("picklist", map).Write(Place.PartnerCentral, expected));
        Assert.Equal(text, (string?)System.Text.Json.Nodes.JsonNode.Parse(Wire.Codec("picklist", map).Write(Place.CoSell, expected, $"\"{text}\"")));
    }

    [Fact]
    public void Reads_AWSs_entities_as_what_they_stand_for()
    {
        var map = Wire.Map(["Security & Compliance", "Business Applications: Mainframe Modernization"], []);
        Assert.Equal("Security & Compliance", Wire.Codec("picklist", map).Read(Place.PartnerCentral, "\"Security &amp; Compliance\"").Canonical);
        Assert.Equal(
            "Business Applications: Mainframe Modernization",
            Wire.Codec("picklist", map).Read(Place.PartnerCentral, "\"Business Applications&amp;colon; Mainframe Modernization\"").Canonical);
    }
}
