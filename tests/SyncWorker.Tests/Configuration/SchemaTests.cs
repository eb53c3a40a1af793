using System.Text.Json.Nodes;
using NJsonSchema;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Salesforce.Package;

namespace SyncWorker.Tests.Configuration;

/// <summary>The JSON schemas that editors use, against the files and against what the worker itself takes.</summary>
public class SchemaTests
{
    private static readonly string MapSchema = Read("field-map.schema.json");
    private static readonly string PicklistSchema = Read("picklists.schema.json");

    [Fact]
    public async Task The_field_map_fits_its_schema() => Assert.Empty(await ErrorsAsync(MapSchema, Shipped.MapText));

    [Fact]
    public async Task The_value_maps_fit_their_schema() => Assert.Empty(await ErrorsAsync(PicklistSchema, Shipped.PicklistText));

    [Theory]
    [InlineData("flow: toSalesforce, ", "flow: toSalesforse, ")]
    [InlineData("codec: date, ", "codec: dates, ")]
    [InlineData("cut: true", "cut: yes")]
    [InlineData("keepWhenEmpty: true", "keepWhenEmty: true")]
    [InlineData("read: opportunity.Id", "read: oportunity.Id")]
    [InlineData("whenPast: hold", "whenPast: tomorrow")]
    [InlineData("StageName always", "StageName forever")]
    [InlineData("lookup: Opportunity__c\n", "")]
    [InlineData("beyond:\n", "beyonds:\n")]
    public async Task A_mistake_in_the_field_map_does_not_fit(string piece, string by) =>
        Assert.NotEmpty(await ErrorsAsync(MapSchema, Shipped.Replace(Shipped.MapText, (piece, by))));

    [Theory]
    [InlineData("otherwise: empty", "otherwise: nothing")]
    [InlineData("spellings:", "spelings:")]
    [InlineData("aws: [Full, Limited]", "aws: Full")]
    public async Task A_mistake_in_the_value_maps_does_not_fit(string piece, string by) =>
        Assert.NotEmpty(await ErrorsAsync(PicklistSchema, Shipped.Replace(Shipped.PicklistText, (piece, by))));

    [Fact]
    public void The_schema_offers_what_the_worker_takes()
    {
        var row = JsonNode.Parse(MapSchema)!["definitions"]!["row"]!["properties"]!;
        Assert.Equal(CodecTable.Names, Words(row["codec"]!["enum"]));
        Assert.Equal(Enum.GetNames<Flow>().Select(Lower), Words(row["flow"]!["enum"]));
        Assert.Equal(FieldLimits.Types, Words(row["type"]!["enum"]));
        var path = (string)JsonNode.Parse(MapSchema)!["definitions"]!["path"]!["pattern"]!;
        Assert.StartsWith($"^({string.Join('|', Enum.GetNames<PathRoot>().Select(Lower))})", path, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_knows_no_key_that_the_worker_does_not()
    {
        var keys = JsonNode.Parse(MapSchema)!["definitions"]!["row"]!["properties"]!.AsObject().Select(p => p.Key).ToArray();
        var row = $"  - {{ row: Everything, {string.Join(", ", keys.Where(k => k != "row").Select(k => $"{k}: x"))} }}\n";
        Assert.DoesNotContain(Shipped.Findings(("\nbeyond:\n", "\nbeyond:\n" + row)), f => f.Contains("there is no key", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("field-map.yaml")]
    [InlineData("picklists.yaml")]
    public void A_file_names_its_schema_for_editors(string file)
    {
        var first = File.ReadLines(Path.Combine(Repository.Config, file)).First();
        Assert.StartsWith("# yaml-language-server: $schema=", first, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Repository.Config, first.Split('=')[1])));
    }

    private static async Task<IEnumerable<string>> ErrorsAsync(string schema, string yaml) =>
        (await JsonSchema.FromJsonAsync(schema)).Validate(YamlJson.Of(yaml)).Select(e => $"{e.Path}: {e.Kind}");

    private static IEnumerable<string> Words(JsonNode? list) => list!.AsArray().Select(w => (string)w!);

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Read(string name) => File.ReadAllText(Path.Combine(Repository.Config, "schema", name));
}
