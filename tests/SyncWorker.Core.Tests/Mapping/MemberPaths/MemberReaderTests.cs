using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.MemberPaths;

namespace SyncWorker.Core.Tests.Mapping.MemberPaths;

public class MemberReaderTests
{
    private const string Document = """
        {
          "Id": "O1", "Marketing": null,
          "LifeCycle": { "Stage": "Qualified", "NextSteps": null },
          "Customer": { "Contacts": [ { "Email": "a@x.com" }, { "Email": "b@x.com", "Phone": null } ] },
          "OpportunityTeam": [ { "BusinessTitle": "PDM", "LastName": "Silva" }, { "BusinessTitle": "PSM", "LastName": "Ito" }, { "BusinessTitle": "PSM", "LastName": "Second" } ]
        }
        """;

    [Theory]
    [InlineData("opportunity.Id", "\"O1\"")]
    [InlineData("opportunity.LifeCycle.Stage", "\"Qualified\"")]
    [InlineData("opportunity.Customer.Contacts[1].Email", "\"b@x.com\"")]
    [InlineData("opportunity.OpportunityTeam[BusinessTitle=PSM].LastName", "\"Ito\"")]
    [InlineData("opportunity.OpportunityTeam[BusinessTitle=PSM,LastName=Second].LastName", "\"Second\"")]
    [InlineData("opportunity.OpportunityTeam[BusinessTitle=PDM]", """{"BusinessTitle":"PDM","LastName":"Silva"}""")]
    public void Reads_a_value(string path, string expected) => Assert.Equal(expected, Read(path).Node?.ToJsonString());

    [Theory]
    [InlineData("opportunity.LifeCycle.NextSteps")]
    [InlineData("opportunity.Marketing.Source")]
    [InlineData("opportunity.Customer.Contacts[2].Email")]
    [InlineData("opportunity.Customer.Contacts[1].Phone")]
    [InlineData("opportunity.OpportunityTeam[BusinessTitle=ISVSM].LastName")]
    [InlineData("opportunity.OpportunityTeam[BusinessTitle=ISVSM]")]
    public void A_member_that_is_null_or_on_an_element_that_does_not_exist_is_null(string path) => Assert.True(Read(path).IsNull);

    [Theory]
    [InlineData("opportunity.Arn")]
    [InlineData("opportunity.Project.Title")]
    [InlineData("opportunity.Customer.Contacts[0].Phone")]
    [InlineData("opportunity.LifeCycle.Stage.Name")]
    [InlineData("opportunity.OpportunityTeam.LastName")]
    [InlineData("opportunity.LifeCycle[0].Stage")]
    public void A_member_that_the_document_lacks_is_absent(string path) => Assert.True(Read(path).IsAbsent);

    private static MemberValue Read(string text) =>
        MemberPath.TryParse(text, out var path, out var problem) ? MemberReader.Read(JsonNode.Parse(Document)!.AsObject(), path) : throw new ArgumentException(problem);
}
