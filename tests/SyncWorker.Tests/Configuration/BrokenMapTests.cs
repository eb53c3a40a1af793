using SyncWorker.Configuration;

namespace SyncWorker.Tests.Configuration;

public sealed class BrokenMapTests
{
    [Fact]
    public void Everything_wrong_in_both_files_is_found_at_once()
    {
        var map = MapTexts.Map.With("flow: toSalesforce", "flow: sideways").With("opportunity.LifeCycle.TargetCloseDate", "opportunity.LifeCycle.TargetDate").With("codec: money", "codec: monye");
        var picklists = MapTexts.Picklists.With("Qualification: Qualified", "Qualification: Qualifed").With("otherwise: empty", "otherwise: nothing");
        var findings = FieldMapLoader.Read(map, picklists).Findings;
        Assert.Contains(findings, f => f.File == "field-map.yaml" && f.Line == map.LineOf("sideways") && f.Fix.Contains("toSalesforce", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Line == map.LineOf("opportunity.LifeCycle.TargetDate") && f.Fix == "Did you mean 'opportunity.LifeCycle.TargetCloseDate'?");
        Assert.Contains(findings, f => f.Line == map.LineOf("monye") && f.Fix == "Did you mean 'money'?");
        Assert.Contains(findings, f => f.Message.Contains("'Qualifed'", StringComparison.Ordinal) && f.Fix == "Did you mean 'Qualified'?");
        Assert.Contains(findings, f => f.File == "picklists.yaml" && f.Line == picklists.LineOf("otherwise: nothing") && f.Fix == "Write hold or empty.");
    }

    [Fact]
    public void A_broken_map_gives_no_map() =>
        Assert.Null(FieldMapLoader.Read(MapTexts.Map, MapTexts.Picklists.With("open: true", "open: perhaps")).Map);

    [Theory]
    [InlineData("object: ", "objekt: ", "there is no key 'objekt'")]
    [InlineData("row: Sale Stage,", "row: Sales Stage,", "The table calls it 'Sale Stage'")]
    [InlineData("field: Sale_Stage__c", "field: { name: Sale_Stage__c }", "holds neither a value nor a list")]
    [InlineData("  - section: Mapped Object", "  - Mapped Object", "This is no row")]
    [InlineData("flow: toSalesforce", "flow: toSalesforce, flow: both", "stands twice")]
    [InlineData("flow: toSalesforce", "flow: toSalesforce, colour: red", "there is no key 'colour'")]
    [InlineData("values: stage", "values: stages", "Did you mean 'stage'?")]
    [InlineData("type: Url", "type: Link", "type is 'Link'")]
    [InlineData("Opportunity__r.StageName", "Deal__r.StageName", "which is not over the lookup")]
    [InlineData("row: Additional Comments", "row: What else you would like AWS to be told of", "has 42 characters")]
    [InlineData("object: Opportunity,", "object: Co-Sell,", "is not the API name of a Salesforce object")]
    public void A_finding_names_file_line_and_fix(string old, string broken, string words)
    {
        var text = MapTexts.Map.With(old, broken);
        var finding = Assert.Single(FieldMapLoader.Read(text, MapTexts.Picklists).Findings, f => f.ToString().Contains(words, StringComparison.Ordinal));
        Assert.Equal(("field-map.yaml", text.LineOf(broken)), (finding.File, finding.Line));
        Assert.NotEmpty(finding.Fix);
    }

    [Theory]
    [InlineData("salesforce:\n    Prospecting", "salesforce: [x]\n  spare:\n    Prospecting", "pairs of values")]
    [InlineData("primary:", "primery:", "there is no key 'primery'")]
    [InlineData("stage:\n", "stage: 3\nstages:\n", "'stage' is no value map")]
    [InlineData("Needs Analysis: Qualified", "Qualification: Qualified", "stands twice")]
    [InlineData("Needs Analysis: Qualified", "Needs Analysis: [Qualified", "be read as YAML")]
    public void A_broken_value_map_is_a_finding(string old, string broken, string words) =>
        Assert.Contains(FieldMapLoader.Read(MapTexts.Map, MapTexts.Picklists.With(old, broken)).Findings, f => f is { File: "picklists.yaml", Line: > 1 } && f.Message.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("object: AWS_Co_Sell_Opportunity__c\nrows: []\n")]
    [InlineData("object: AWS_Co_Sell_Opportunity__c\nrows: 3\n")]
    [InlineData("- a list\n")]
    [InlineData("rows: [unfinished\n")]
    public void A_file_without_rows_is_a_finding_and_not_fifty_eight(string text) =>
        Assert.InRange(FieldMapLoader.Read(text, MapTexts.Picklists).Findings.Length, 1, 2);

    [Fact]
    public void A_missing_file_is_a_finding()
    {
        var folder = Directory.CreateTempSubdirectory("map").FullName;
        var result = FieldMapLoader.Load(folder);
        Directory.Delete(folder);
        Assert.Equal(["field-map.yaml", "picklists.yaml"], result.Findings.Select(f => f.File));
        Assert.Null(result.Map);
    }

    [Fact]
    public void What_was_typed_under_an_open_list_stands_and_what_is_followed_needs_a_partner()
    {
        var codec = FieldMapLoader.Load(Repository.Config).Map!["Other Industry"].Codec;
        Assert.Equal("Space tourism", codec.Decode(Core.Opportunities.Place.CoSell, ["Space tourism"], Core.Mapping.Codecs.CodecContext.None).Canonical);
        Assert.Null(codec.Decode(Core.Opportunities.Place.Followed, ["Banking"], Core.Mapping.Codecs.CodecContext.None).Canonical);
    }
}
