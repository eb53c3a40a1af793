using SyncWorker.Core.Mapping.Codecs;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

public class CodecTableTests
{
    [Fact]
    public void Makes_every_codec_under_its_own_name() =>
        Assert.All(CodecTable.Names, name => Assert.Equal(name, Wire.Codec(name, argument: name == "is" ? "x" : null).Name));

    [Theory]
    [InlineData("texts", null, "There is no codec 'texts'.")]
    [InlineData("is", null, "The codec 'is' needs an argument: the AWS value to compare with.")]
    [InlineData("yesNo", "Yes", "'Yes' is not an argument of 'yesNo': it takes AWS's values for Yes and No, such as 'Marketing Activity|None'.")]
    public void Says_why_there_is_no_codec(string name, string? argument, string expected)
    {
        Assert.Null(CodecTable.Create(name, new CodecArguments(Argument: argument), out var problem));
        Assert.Equal(expected, problem);
    }
}
