using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class PeopleTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Fact]
    public void A_colleague_edits_one_member_and_moves_LastModifiedDate()
    {
        var id = _client.Create();
        _client.Clock.Advance(TimeSpan.FromMinutes(1));

        _client.Emulator.Edit(id, Set(("LifeCycle.Stage", "Business Validation"), ("Project.ExpectedCustomerSpend[0].Amount", "20000")));

        var read = _client.Get(id);
        Assert.Equal(("Business Validation", "20000"), (read["LifeCycle.Stage"], read["Project.ExpectedCustomerSpend.0.Amount"]));
        Assert.Equal("2026-11-23T09:31:15.250Z", read["LastModifiedDate"]);
    }

    [Theory]
    [InlineData("LifeCycle.Stage", "Committed", "REQUIRED_FIELD_MISSING")]
    [InlineData("LifeCycle.Stage", "Won", "INVALID_ENUM_VALUE")]
    [InlineData("LifeCycle.ReviewStatus", "Approved", "ACTION_NOT_PERMITTED")]
    [InlineData("Project.Colour", "blue", "INVALID_VALUE")]
    public void A_colleague_meets_the_same_rules(string path, string value, string code)
    {
        var id = _client.Create();

        Assert.Equal(code, Assert.Throws<PersonRefusedException>(() => _client.Emulator.Edit(id, Set((path, value)))).Code);
    }

    [Fact]
    public void A_colleague_cannot_touch_what_is_under_review()
    {
        var id = _client.Create();
        SubmissionTests.Submit(_client, id);

        Assert.Equal("INVALID_RESOURCE_STATE", Assert.Throws<PersonRefusedException>(() => _client.Emulator.Edit(id, Set(("LifeCycle.NextSteps", "Call")))).Code);
    }

    [Fact]
    public void A_colleague_creates_a_draft()
    {
        var id = _client.Emulator.Create(Some.Opportunity());

        Assert.Equal("Pending Submission", _client.Get(id)["LifeCycle.ReviewStatus"]);
        Assert.Equal("REQUIRED_FIELD_MISSING", Assert.Throws<PersonRefusedException>(() => _client.Emulator.Create([])).Code);
    }

    [Fact]
    public void A_colleague_associates_under_the_same_rules()
    {
        var id = _client.Emulator.Create(Some.Opportunity());

        _client.Emulator.Associate(id, "Solutions", "S-0051244");
        Assert.Equal("S-0051244", _client.Get(id)["RelatedEntityIdentifiers.Solutions.0"]);
        _client.Emulator.Disassociate(id, "Solutions", "S-0051244");
        Assert.Throws<PersonRefusedException>(() => _client.Emulator.Associate(id, "Gadgets", "S-0051244"));
    }

    [Fact]
    public void AWS_makes_a_visibility_only_deal_co_sell_but_never_back()
    {
        var id = _client.Create(Some.Opportunity(o => o.Remove("PrimaryNeedsFromAws")));
        SubmissionTests.Submit(_client, id, "For Visibility Only");

        _client.Emulator.EditAws(id, Set(("InvolvementType", "Co-Sell"), ("InvolvementTypeChangeReason", "Risk Mitigation")));

        Assert.Equal("ACTION_NOT_PERMITTED", Assert.Throws<PersonRefusedException>(() => _client.Emulator.EditAws(id, Set(("InvolvementType", "For Visibility Only")))).Code);
        Assert.Equal("INVALID_ENUM_VALUE", Assert.Throws<PersonRefusedException>(() => _client.Emulator.EditAws(id, Set(("LifeCycle.Stage", "Won")))).Code);
    }

    [Fact]
    public void AWS_has_nothing_to_edit_before_the_submission() =>
        Assert.Equal("INVALID_RESOURCE_STATE", Assert.Throws<PersonRefusedException>(() => _client.Emulator.EditAws(_client.Create(), Set(("LifeCycle.NextSteps", "x")))).Code);

    [Fact]
    public void Both_copies_of_an_opportunity_can_be_looked_at()
    {
        var id = _client.Create();
        Assert.Null(_client.Emulator.Opportunity(id)!["awsSummary"]);
        SubmissionTests.Submit(_client, id);

        var seen = _client.Emulator.Opportunities()[0]!;

        Assert.Equal((id, id), (seen["opportunity"]!["Id"]!.GetValue<string>(), seen["awsSummary"]!["RelatedOpportunityId"]!.GetValue<string>()));
        Assert.Equal("AWS", seen["catalog"]!.GetValue<string>());
        Assert.Null(_client.Emulator.Opportunity("O1"));
    }

    [Fact]
    public void A_reset_leaves_nothing()
    {
        _client.Create();
        _client.Emulator.Refer([]);

        _client.Emulator.Reset();

        Assert.Empty(_client.Emulator.Opportunities());
        Assert.Empty(_client.Emulator.Invitations());
    }

    private static Dictionary<string, JsonNode?> Set(params (string Path, string Value)[] values) => values.ToDictionary(v => v.Path, v => (JsonNode?)v.Value);

    public void Dispose() => _client.Dispose();
}
