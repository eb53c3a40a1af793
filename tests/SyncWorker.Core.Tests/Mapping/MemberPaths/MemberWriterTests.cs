using System.Text.Json.Nodes;
using CsCheck;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.MemberPaths;

namespace SyncWorker.Core.Tests.Mapping.MemberPaths;

public class MemberWriterTests
{
    private const string Amount = "opportunity.Spend[TargetCompany=AWS,Frequency=Monthly].Amount";

    [Theory]
    [InlineData("""{"A":{"B":1,"C":2}}""", "opportunity.A.B", "9", """{"A":{"B":9,"C":2}}""")]
    [InlineData("{}", "opportunity.A.B", "\"x\"", """{"A":{"B":"x"}}""")]
    [InlineData("""{"A":null}""", "opportunity.A.B", "\"x\"", """{"A":{"B":"x"}}""")]
    [InlineData("{}", "opportunity.L[0].B", "1", """{"L":[{"B":1}]}""")]
    [InlineData("{}", "opportunity.L[1].B", "1", """{"L":[{},{"B":1}]}""")]
    [InlineData("""{"L":[{"A":1},{"A":2}]}""", "opportunity.L[0].B", "1", """{"L":[{"A":1,"B":1},{"A":2}]}""")]
    [InlineData("{}", Amount, "\"5\"", """{"Spend":[{"TargetCompany":"AWS","Frequency":"Monthly","Amount":"5"}]}""")]
    [InlineData(
        """{"Spend":[{"TargetCompany":"Self","Frequency":"Monthly","Amount":"1"},{"Frequency":"Monthly","TargetCompany":"AWS","CurrencyCode":"USD"}]}""", Amount, "\"5\"",
        """{"Spend":[{"TargetCompany":"Self","Frequency":"Monthly","Amount":"1"},{"Frequency":"Monthly","TargetCompany":"AWS","CurrencyCode":"USD","Amount":"5"}]}""")]
    [InlineData("{}", "opportunity.Team[BusinessTitle=PDM]", """{"LastName":"Ito"}""", """{"Team":[{"LastName":"Ito","BusinessTitle":"PDM"}]}""")]
    public void Writes_a_member_and_leaves_the_rest(string document, string path, string value, string expected) => Assert.Equal(expected, Write(document, path, value));

    [Theory]
    [InlineData("""{"A":{"B":1,"C":2}}""", "opportunity.A.B", """{"A":{"B":null,"C":2}}""")]
    [InlineData("""{"A":{"B":1},"C":2}""", "opportunity.A.B", """{"A":null,"C":2}""")]
    [InlineData("""{"A":{"B":1,"D":null},"C":2}""", "opportunity.A.B", """{"A":null,"C":2}""")]
    [InlineData("""{"A":{"B":{"C":1}},"E":{}}""", "opportunity.A.B.C", """{"A":null,"E":{}}""")]
    [InlineData("""{"C":2}""", "opportunity.A.B", """{"C":2}""")]
    [InlineData("""{"A":{},"C":2}""", "opportunity.A.B", """{"A":null,"C":2}""")]
    [InlineData(
        """{"Spend":[{"TargetCompany":"AWS","Frequency":"Monthly","CurrencyCode":"USD","Amount":"5"}]}""", Amount,
        """{"Spend":[{"TargetCompany":"AWS","Frequency":"Monthly","CurrencyCode":"USD","Amount":null}]}""")]
    [InlineData("""{"Spend":[{"TargetCompany":"AWS","Frequency":"Monthly","CurrencyCode":null,"Amount":"5"}]}""", Amount, """{"Spend":[]}""")]
    [InlineData("""{"L":[{"B":1},{"B":2}]}""", "opportunity.L[0].B", """{"L":[{},{"B":2}]}""")]
    [InlineData("""{"L":[{"B":1},{"B":2}]}""", "opportunity.L[1].B", """{"L":[{"B":1}]}""")]
    [InlineData("""{"L":[{"B":1}]}""", "opportunity.L[3].B", """{"L":[{"B":1}]}""")]
    [InlineData("""{"Team":[{"BusinessTitle":"PSM"},{"BusinessTitle":"PDM","LastName":"Ito"}]}""", "opportunity.Team[BusinessTitle=PDM]", """{"Team":[{"BusinessTitle":"PSM"}]}""")]
    public void Clearing_is_an_explicit_null_of_the_member_and_of_what_is_left_without_content(string document, string path, string expected) =>
        Assert.Equal(expected, Write(document, path, null));

    [Fact]
    public void Reads_back_what_it_wrote_into_any_document() => Gen.Select(Documents, Gen.Int[0, Paths.Length - 1]).Sample((document, at) =>
    {
        var (path, written) = (Path(Paths[at]), document.DeepClone().AsObject());
        MemberWriter.Write(written, path, JsonValue.Create("new"));
        Assert.Equal("new", MemberReader.Read(written, path).Node?.GetValue<string>());
        var others = Paths.Where((_, i) => i != at).Select(Path);
        Assert.All(others, other => Assert.Equal(Text(document, other) ?? Text(written, other), Text(written, other)));
        MemberWriter.Write(written, path, null);
        Assert.Null(MemberReader.Read(written, path).Node);
    });

    private static readonly string[] Paths =
    [
        "opportunity.A.B", "opportunity.A.C", "opportunity.D", "opportunity.L[0].B", "opportunity.L[0].C", "opportunity.M[K=x].B", "opportunity.M[K=y].B",
    ];

    private static readonly Gen<JsonObject> Documents = Gen.Int[0, Paths.Length - 1].Array[0, 4].Select(ats =>
    {
        var document = new JsonObject { ["Z"] = 1 };
        foreach (var at in ats)
            MemberWriter.Write(document, Path(Paths[at]), JsonValue.Create($"old {at}"));
        return document;
    });

    private static string? Text(JsonObject document, MemberPath path) => MemberReader.Read(document, path).Node?.ToJsonString();

    private static MemberPath Path(string text) => MemberPath.TryParse(text, out var path, out var problem) ? path : throw new ArgumentException(problem);

    private static string Write(string document, string path, string? value)
    {
        var root = JsonNode.Parse(document)!.AsObject();
        MemberWriter.Write(root, Path(path), value is null ? null : JsonNode.Parse(value));
        return root.ToJsonString();
    }
}
