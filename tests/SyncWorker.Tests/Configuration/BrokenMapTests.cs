using SyncWorker.Configuration;

namespace SyncWorker.Tests.Configuration;

/// <summary>What somebody reads who made a mistake in one of the two files: file, line, what is wrong, what to write.</summary>
public class BrokenMapTests
{
    [Fact]
    public void Says_everything_that_is_wrong_in_either_file_at_once_in_the_order_of_the_lines()
    {
        var stage = Shipped.Line(Shipped.MapText, "row: Sale Stage");
        var state = Shipped.Line(Shipped.MapText, "row: State,");
        var visibility = Shipped.Line(Shipped.PicklistText, "aws: [Full, Limited]");
        var map = Shipped.Replace(Shipped.MapText, ("row: Sale Stage,", "row: Sales Stage,"), ("codec: state,", "codec: province,"), ("lookup: Opportunity__c\n", "lookup: Deal__c\n"));
        var picklists = Shipped.Replace(Shipped.PicklistText, ("aws: [Full, Limited]", "aws: [Full, Limited]\n  otherwise: nothing"));
        Assert.Equal(
            [
                $"field-map.yaml:{Shipped.Line(Shipped.MapText, "lookup:")}: lookup is 'Deal__c'. Write lookup: Opportunity__c; the worker knows the co-sell record's lookup by that name.",
                $"field-map.yaml:{stage}: Row 'Sales Stage': the published table has no such label. The table calls it 'Sale Stage'.",
                $"field-map.yaml:{state}: Row 'State': there is no codec 'province'. Use one of: country, date, dateTime, email, flag, id, is, money, name, person, phone, picklist, postalCode, set, state, text, website, yesNo.",
                $"picklists.yaml:{visibility + 1}: visibility: otherwise is 'nothing'. Write hold or empty.",
            ],
            Shipped.Findings(map, picklists).Where(f => !f.Contains("when names", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_map_with_a_finding_is_no_map() => Assert.Null(FieldMapLoader.Read(Shipped.Replace(Shipped.MapText, ("object:", "objekt:")), Shipped.PicklistText).Map);

    [Fact]
    public void A_key_that_stands_twice_is_found_every_time()
    {
        var stage = Shipped.Line(Shipped.MapText, "row: Sale Stage");
        var beyond = Shipped.Line(Shipped.MapText, "beyond:");
        Assert.Equal(
            [
                $"field-map.yaml:{stage}: the key 'codec' stands already in line {stage}. A key may stand once: remove one of the two.",
                $"field-map.yaml:{beyond}: the key 'rows' stands already in line {Shipped.Line(Shipped.MapText, "rows:\n")}. A key may stand once: remove one of the two.",
            ],
            Shipped.Findings(("row: Sale Stage,", "row: Sale Stage, codec: set,"), ("\nbeyond:\n", "\nrows:\n")));
    }

    [Fact]
    public void Text_that_is_no_YAML_is_found_with_its_line_and_the_other_file_is_read_all_the_same()
    {
        var findings = Shipped.Findings("object: A__c\nrows:\n  - { row: Status, field: [Status__c }\n", Shipped.Replace(Shipped.PicklistText, ("open: true", "open: perhaps")));
        Assert.StartsWith("field-map.yaml:3: this cannot be read as YAML: ", findings[0], StringComparison.Ordinal);
        Assert.EndsWith("Correct this line or the one before; quote values with special characters.", findings[0], StringComparison.Ordinal);
        Assert.Contains(findings, f => f.StartsWith("picklists.yaml:", StringComparison.Ordinal) && f.EndsWith("status: open is 'perhaps'. Write false or true.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_of_values_that_cannot_be_read_is_one_finding_and_not_one_a_row() =>
        Assert.StartsWith("picklists.yaml:3: this cannot be read as YAML", Assert.Single(Shipped.Findings(Shipped.MapText, "stage:\n  aws: [Prospect\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "the file holds no mapping. Write keys with values.")]
    [InlineData("rows: []\nlookup: Opportunity__c", "object is missing. Write object: with the co-sell record's API name, such as AWS_Co_Sell_Opportunity__c.")]
    [InlineData("object: A__c\nlookup: Opportunity__c", "rows is missing. Write rows: with the published table's rows, one a line.")]
    [InlineData("object: A__c\nrows: []", "lookup is missing. Write lookup: Opportunity__c; the worker knows the co-sell record's lookup by that name.")]
    [InlineData("object: A__c\nlookup: Opportunity__c\nrows: []", "no row has the lookup's field Opportunity__c. Add the row Opportunity under beyond:, with flow: none.")]
    public void What_a_map_cannot_do_without_is_asked_for(string map, string expected) =>
        Assert.Contains($"field-map.yaml:{(expected.StartsWith("no row", StringComparison.Ordinal) ? 2 : 1)}: {expected}", Shipped.Findings(map, Shipped.PicklistText));

    [Theory]
    [InlineData("lookup: Opportunity__c\n", "lookup: Opportunity__c\ntable: x\n", 13, "there is no key 'table' here. Use one of object, lookup, rows, beyond.")]
    [InlineData("  - section: AWS Contact\n", "  - AWS Contact\n", null, "this is no row. Write a row as '- { row: …, field: …, flow: … }'.")]
    [InlineData("read: opportunity.Id,", "read: { a: opportunity.Id },", null, "read holds neither a value nor a list of values. Write one value, or several in square brackets.")]
    [InlineData("Opportunity__r.StageName always", "Deal__r.StageName always", null, "Row 'Sale Stage': it follows 'Deal__r.StageName always', which is not over the lookup. Begin the path with Opportunity__r.")]
    [InlineData("type: Url", "type: Link", null, "Row 'Mapped Object': type is 'Link'. Write one of Checkbox, Currency, Date, DateTime,")]
    [InlineData(
        "row: Additional Comments,",
        "row: What else you would like AWS to be told of,",
        null,
        "Row 'What else you would like AWS to be told of': the field's label 'What else you would like AWS to be told of' has 42 characters. Salesforce takes 40: shorten the row's label.")]
    [InlineData("values: stage,", "values: stages,", null, "Row 'Sale Stage': there is no value map 'stages'. Did you mean 'stage'?")]
    public void A_mistake_in_the_map_is_found_with_its_line(string piece, string by, int? line, string expected)
    {
        var at = line ?? Shipped.Line(Shipped.MapText, piece);
        Assert.Contains(Shipped.Findings((piece, by)), f => f.StartsWith($"field-map.yaml:{at}: {expected}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("aws: [Full, Limited]", "aws: Full", "visibility: aws is no list of values. Write AWS's values in square brackets, or one a line with a dash.")]
    [InlineData("aws: [Full, Limited]", "azw: [Full, Limited]", "visibility: there is no key 'azw' here. Use one of aws, salesforce, primary, spellings, otherwise, open.")]
    [InlineData("    Closed Won: Committed\n", "    PROSPECTING: Committed\n", "stage: salesforce has 'PROSPECTING' twice. Keep one; capital letters make no difference.")]
    [InlineData("    Closed Won: Committed\n", "    Closed Won:\n", "stage: salesforce holds something else than values. Write 'value: value'.")]
    public void A_mistake_in_a_value_map_is_found_with_its_line(string piece, string by, string expected) =>
        Assert.Contains($"picklists.yaml:{Shipped.Line(Shipped.PicklistText, piece)}: {expected}", Shipped.PicklistFindings((piece, by)));

    [Fact]
    public void A_value_that_AWS_lacks_is_found_at_the_row_that_uses_it() => Assert.Contains(
        Shipped.PicklistFindings(("aws: [Full, Limited]", "aws: [Full, Limitted]")),
        f => f.EndsWith("Row 'Visibility': the value map 'visibility' has 'Limitted', which is no value of AWS's. Did you mean 'Limited'?", StringComparison.Ordinal));

    [Fact]
    public void A_file_that_is_missing_is_a_finding()
    {
        var folder = Directory.CreateTempSubdirectory("syncworker-map-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "field-map.yaml"), Shipped.MapText);
            Assert.Equal("picklists.yaml:1: the file is not there. Put it beside the other configuration files.", Assert.Single(FieldMapLoader.Load(folder.FullName).Findings).ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
