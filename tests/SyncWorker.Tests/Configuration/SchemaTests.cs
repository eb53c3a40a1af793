using System.Text.Json;
using NJsonSchema;
using SyncWorker.Core.Mapping.Codecs;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SyncWorker.Tests.Configuration;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("field-map")]
    [InlineData("picklists")]
    public async Task The_shipped_file_fits_its_schema(string name)
    {
        var schema = await SchemaAsync(name);
        Assert.Empty(schema.Validate(Json(File.ReadAllText(Path.Combine(Repository.Config, name + ".yaml")))));
    }

    [Theory]
    [InlineData("flow: toSalesforce", "flow: sideways")]
    [InlineData("flow: toSalesforce", "flow: toSalesforce, colour: red")]
    [InlineData("opportunity.Id", "salesforce.Id")]
    [InlineData("StageName always", "StageName")]
    public async Task An_editor_sees_what_does_not_fit(string old, string broken)
    {
        var schema = await SchemaAsync("field-map");
        Assert.NotEmpty(schema.Validate(Json(MapTexts.Map.With(old, broken))));
    }

    [Fact]
    public async Task The_schema_knows_every_codec()
    {
        var row = (await SchemaAsync("field-map")).Definitions["row"];
        Assert.Equal(CodecTable.Names, row.Properties["codec"].Enumeration.Cast<string>());
    }

    private static async Task<JsonSchema> SchemaAsync(string name) =>
        await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Path.Combine(Repository.Config, "schema", name + ".schema.json")));

    private static string Json(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return JsonSerializer.Serialize(Value(stream.Documents[0].RootNode));
    }

    private static object Value(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.ToDictionary(p => ((YamlScalarNode)p.Key).Value!, p => Value(p.Value)),
        YamlSequenceNode list => list.Select(Value).ToArray(),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain } number when int.TryParse(number.Value, out var whole) => whole,
        _ => ((YamlScalarNode)node).Value!,
    };
}
