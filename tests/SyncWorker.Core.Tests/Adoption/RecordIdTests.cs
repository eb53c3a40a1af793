using SyncWorker.Core.Adoption;

namespace SyncWorker.Core.Tests.Adoption;

public sealed class RecordIdTests
{
    [Theory]
    [InlineData("0065g00000AbCdE", "0065g00000AbCdEAAV")]
    [InlineData(" 0065g00000AbCdEAAV ", "0065g00000AbCdEAAV")]
    [InlineData("0065g00000abcde", "0065g00000abcdeAAA")]
    [InlineData("006D000000CwpCf", "006D000000CwpCfIAJ")]
    public void An_id_of_15_characters_gets_the_three_that_say_which_are_capitals(string given, string full) => Assert.Equal(full, RecordId.Long(given));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("O1234567")]
    [InlineData("0065g00000AbCdEAAA")]
    [InlineData("0065g00000AbCd_")]
    [InlineData("0065g00000AbCdEAA")]
    public void What_is_no_id_gets_none(string? given) => Assert.Null(RecordId.Long(given));
}
