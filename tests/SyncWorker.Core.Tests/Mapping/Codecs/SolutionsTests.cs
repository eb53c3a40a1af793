using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

public class SolutionsTests
{
    private static readonly SolutionCatalogue Listed = SolutionCatalogue.Of(
    [
        new Solution("S-0051244", "Claims Intelligence Platform", true),
        new Solution("S-0052871", "Data Lake Foundation", true),
        new Solution("S-0053310", "Migration Factory", true),
        new Solution("S-0053311", "Migration factory", true),
        new Solution("S-0054902", "Managed Cloud", true),
        new Solution("S-0054903", "Managed Cloud", false),
        new Solution("S-0055117", "Cloud Cost Review", false),
        new Solution("S-0056020", "Build; Run", true),
        new Solution("S-0056021", "S-0051244", true),
    ]);

    private static Codec Solutions => Wire.Codec("solutions");

    [Theory]
    [InlineData("Data Lake Foundation", "S-0052871")]
    [InlineData(" data  lake foundation ", "S-0052871")]
    [InlineData("S-0052871", "S-0052871")]
    [InlineData("s-0052871", "S-0052871")]
    [InlineData("S-0099999", "S-0099999")]
    [InlineData("S-0051244", "S-0051244")]
    [InlineData("Data Lake Foundation;Claims Intelligence Platform;S-0052871", "S-0051244;S-0052871")]
    public void A_seller_gives_a_solution_by_name_or_by_id(string written, string ids) => Assert.Equal(ids, Read(written).Canonical);

    [Theory]
    [InlineData("Data Lake Fundation", "'Data Lake Fundation' is no active solution of yours in Partner Central. Use 'Data Lake Foundation' or its S-number")]
    [InlineData("Payroll", "'Payroll' is no active solution of yours in Partner Central. Write its name as it stands there, or its S-number")]
    [InlineData("Cloud Cost Revue", "'Cloud Cost Revue' is no active solution of yours in Partner Central. Write its name as it stands there, or its S-number")]
    [InlineData("S-0051244;Payroll", "'Payroll' is no active solution of yours in Partner Central. Write its name as it stands there, or its S-number")]
    [InlineData("Migration Factory", "'Migration Factory' is the name of 2 solutions of yours in Partner Central (S-0053310, S-0053311). Use the S-number")]
    public void A_name_that_tells_no_solution_is_unknown_and_says_what_to_write(string written, string reason) => Assert.Equal(reason, Read(written).Reason);

    [Fact]
    public void An_active_solution_is_meant_before_a_retired_one_of_its_name() => Assert.Equal("S-0054902", Read("Managed Cloud").Canonical);

    [Fact]
    public void A_deal_keeps_the_name_of_a_solution_that_was_retired() => Assert.Equal("S-0055117", Read("Cloud Cost Review").Canonical);

    [Fact]
    public void Before_the_solutions_are_listed_ids_work_and_names_are_unknown()
    {
        Assert.Equal("S-0052871", Solutions.Read(Place.CoSell, "\"S-0052871\"").Canonical);
        Assert.Equal(
            "'Data Lake Foundation' is unknown, because the solutions in Partner Central could not be listed. Use its S-number",
            Solutions.Read(Place.CoSell, "\"Data Lake Foundation\"").Reason);
    }

    [Theory]
    [InlineData("S-0052871", "null", "Data Lake Foundation")]
    [InlineData("S-0099999", "null", "S-0099999")]
    [InlineData("S-0053310", "null", "S-0053310")]
    [InlineData("S-0054903", "null", "S-0054903")]
    [InlineData("S-0056020", "null", "S-0056020")]
    [InlineData("S-0056020", "[\"Build; Run\"]", "S-0056020")]
    [InlineData("S-0056021", "null", "S-0056021")]
    [InlineData("S-0051244;S-0052871", "\"data lake foundation\"", "Claims Intelligence Platform;data lake foundation")]
    [InlineData("S-0051244;S-0052871", "\"S-0052871\"", "Claims Intelligence Platform;S-0052871")]
    public void What_AWS_has_is_shown_by_its_name_where_that_tells_it_and_what_a_seller_wrote_stays(string ids, string present, string shown) =>
        Assert.Equal($"\"{shown}\"", Codec.Wire(Solutions.Encode(Place.CoSell, ids, Wire.Parts(present), new CodecContext("US") { Solutions = Listed }).Parts));

    [Fact]
    public void AWS_gets_ids() => Assert.Equal("[\"S-0051244\",\"S-0052871\"]", Solutions.Write(Place.PartnerCentral, "S-0051244;S-0052871"));

    [Fact]
    public void What_AWS_calls_a_solution_without_its_id_is_unknown() => Assert.True(Solutions.Read(Place.PartnerCentral, "[\"Data Lake Foundation\"]").IsUnknown);

    private static Reading Read(string written) => Solutions.Decode(Place.CoSell, [written], new CodecContext("US") { Solutions = Listed });
}
