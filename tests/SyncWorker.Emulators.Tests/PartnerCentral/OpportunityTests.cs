using System.Net;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class OpportunityTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Fact]
    public void A_created_opportunity_waits_for_submission_whatever_status_is_sent()
    {
        var id = _client.Create(Some.Opportunity(o => o["LifeCycle"]!["ReviewStatus"] = "Approved"));

        Assert.Equal("Pending Submission", _client.Get(id)["LifeCycle.ReviewStatus"]);
    }

    [Fact]
    public void An_identifier_is_an_O_and_seven_or_eight_digits() => Assert.Matches("^O[0-9]{7,8}$", _client.Create());

    [Fact]
    public void LastModifiedDate_is_CreatedDate_at_birth_in_milliseconds_and_CreatedDate_has_whole_seconds()
    {
        var read = _client.Get(_client.Create());

        Assert.Equal("2026-11-23T09:30:15.250Z", read["LastModifiedDate"]);
        Assert.Equal("2026-11-23T09:30:15Z", read["CreatedDate"]);
    }

    [Fact]
    public void Unset_members_are_explicit_nulls_and_associations_are_empty_lists()
    {
        var read = _client.Get(_client.Create());

        var document = read.Body!;
        Assert.True(document.ContainsKey("SoftwareRevenue"));
        Assert.Null(document["SoftwareRevenue"]);
        Assert.True(document["Customer"]!["Account"]!.AsObject().ContainsKey("Duns"));
        Assert.Equal(
            """{"AwsMarketplaceOffers":[],"AwsMarketplaceOfferSets":[],"Solutions":[],"AwsProducts":[],"AwsMarketplaceSolutions":[],"AwsMarketplaceProducts":[]}""",
            document["RelatedEntityIdentifiers"]!.ToJsonString());
    }

    [Fact]
    public void The_partners_copy_has_no_origin_involvement_visibility_or_tags()
    {
        var document = _client.Get(_client.Create(Some.Opportunity(o => o["Origin"] = "Partner Referral"))).Body!;

        Assert.DoesNotContain(document, member => member.Key is "Origin" or "InvolvementType" or "Visibility" or "Tags");
    }

    [Fact]
    public void The_alliance_lead_owns_what_nobody_is_named_for_and_has_no_phone()
    {
        var read = _client.Get(_client.Create());

        Assert.Equal("OpportunityOwner", read["OpportunityTeam.0.BusinessTitle"]);
        Assert.Equal("nikki.wolf@example.com", read["OpportunityTeam.0.Email"]);
        Assert.Null(read["OpportunityTeam.0.Phone"]);
    }

    [Fact]
    public void An_AWS_referral_cannot_be_created_in_production()
    {
        var answer = _client.Call("CreateOpportunity", Some.Opportunity(o => { o["Origin"] = "AWS Referral"; o["ClientToken"] = "t"; }));

        Assert.Equal(("origin", "ACTION_NOT_PERMITTED"), (answer.Problems[0].Field, answer.Problems[0].Code));
    }

    [Fact]
    public void What_an_update_leaves_out_becomes_null()
    {
        var id = _client.Create();

        _client.Update(id, o => { o.Remove("PartnerOpportunityIdentifier"); o["LifeCycle"]!.AsObject().Remove("NextSteps"); });

        var read = _client.Get(id);
        Assert.Null(read["PartnerOpportunityIdentifier"]);
        Assert.Null(read["LifeCycle.NextSteps"]);
    }

    [Fact]
    public void An_update_with_an_old_LastModifiedDate_is_a_conflict()
    {
        var id = _client.Create();
        var old = _client.Get(id)["LastModifiedDate"]!;
        _client.Update(id, o => o["LifeCycle"]!["NextSteps"] = "Call on Monday");

        var answer = _client.Update(id, o => o["LastModifiedDate"] = old);

        Assert.Equal(("ConflictException", HttpStatusCode.Conflict), (answer.Error, answer.Status));
    }

    [Fact]
    public void The_lock_is_the_instant_not_its_spelling()
    {
        var id = _client.Create();

        Assert.Null(_client.Update(id, o => o["LastModifiedDate"] = "2026-11-23T10:30:15.25+01:00").Error);
    }

    [Fact]
    public void LastModifiedDate_moves_forward_even_when_the_clock_stands_still()
    {
        var id = _client.Create();

        var first = _client.Update(id, o => o["LifeCycle"]!["NextSteps"] = "One");
        var second = _client.Update(id, o => o["LifeCycle"]!["NextSteps"] = "Two");

        Assert.Equal("2026-11-23T09:30:15.251Z", first["LastModifiedDate"]);
        Assert.Equal("2026-11-23T09:30:15.252Z", second["LastModifiedDate"]);
    }

    [Fact]
    public void The_contract_duration_is_kept_when_left_out_and_cleared_by_an_explicit_null()
    {
        var id = _client.Create(Some.Opportunity(WithContractValue));

        _client.Update(id, o => o["Project"]!.AsObject().Remove("ExpectedContractDuration"));
        Assert.Equal("36", _client.Get(id)["Project.ExpectedContractDuration.Value"]);

        var cleared = _client.Update(id, o =>
        {
            o["Project"]!["ExpectedContractDuration"] = null;
            o["Project"]!["ExpectedCustomerSpend"]!.AsArray().RemoveAt(1);
        });
        Assert.Null(cleared.Error);
        Assert.Null(_client.Get(id).Node("Project.ExpectedContractDuration"));
    }

    [Fact]
    public void Next_steps_leave_a_history_that_the_partner_cannot_write()
    {
        var id = _client.Create();
        _client.Update(id, o => { o["LifeCycle"]!["NextSteps"] = "Send the offer"; o["LifeCycle"]!["NextStepsHistory"] = new JsonArray(); });

        var history = _client.Get(id).Node("LifeCycle.NextStepsHistory")!.AsArray();

        Assert.Equal(["Send the offer", "Workshop in December"], history.Select(h => h!["Value"]!.GetValue<string>()));
    }

    [Fact]
    public void An_unknown_opportunity_is_not_found()
    {
        var answer = _client.Get("O99");

        Assert.Equal(("ResourceNotFoundException", HttpStatusCode.NotFound), (answer.Error, answer.Status));
        Assert.Equal("Resource with Identifier O99 does not exist or is not accessible", answer["Message"]);
    }

    [Fact]
    public void Members_that_the_model_does_not_know_are_ignored()
    {
        var id = _client.Create(Some.Opportunity(o => { o["PartnerId"] = "p"; o["Project"]!["ExpectedCustomerSpend"]![0]!["__type"] = "x"; }));

        Assert.False(_client.Get(id).Node("Project.ExpectedCustomerSpend.0")!.AsObject().ContainsKey("__type"));
    }

    [Fact]
    public void Data_of_the_two_catalogs_is_isolated()
    {
        var id = _client.Create(Some.Opportunity(o => o["Catalog"] = "Sandbox"));

        Assert.Equal("ResourceNotFoundException", _client.Get(id).Error);
        Assert.Null(_client.Call("GetOpportunity", new JsonObject { ["Catalog"] = "Sandbox", ["Identifier"] = id }).Error);
    }

    internal static void WithContractValue(JsonObject opportunity)
    {
        opportunity["Project"]!["ExpectedContractDuration"] = new JsonObject { ["Term"] = "Months", ["Value"] = "36" };
        opportunity["Project"]!["ExpectedCustomerSpend"]!.AsArray().Add(
            new JsonObject { ["Amount"] = "90000", ["CurrencyCode"] = "USD", ["Frequency"] = "Monthly", ["TargetCompany"] = "Self" });
    }

    public void Dispose() => _client.Dispose();
}
