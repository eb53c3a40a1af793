using SyncWorker.Emulators.Tests.PartnerCentral;

namespace SyncWorker.Emulators.Tests.Control;

public sealed class ControlTests : IDisposable
{
    private readonly ControlClient _control = new();

    [Fact]
    public void The_clock_is_read_and_set_ahead()
    {
        Assert.Equal("2026-11-23T09:30:15.000Z", _control.Read("/clock")["now"]!.GetValue<string>());

        var (status, body) = _control.Call("POST", "/clock", """{"advance":"00:10:00"}""");

        Assert.Equal((200, "2026-11-23T09:40:15.000Z"), (status, body!["now"]!.GetValue<string>()));
    }

    [Fact]
    public void The_worlds_clock_runs_with_its_own()
    {
        _control.World.Clock.Advance(TimeSpan.FromHours(1));

        _control.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 10, 35, 15, TimeSpan.Zero), _control.World.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData("POST", "/clock", """{"advance":"soon"}""")]
    [InlineData("POST", "/clock", """{"advance":"-00:10:00"}""")]
    [InlineData("POST", "/clock", "{")]
    [InlineData("POST", "/clock", "[]")]
    [InlineData("POST", "/clock", "")]
    [InlineData("POST", "/faults", """{"api":"google","kind":"timeout"}""")]
    [InlineData("POST", "/faults", """{"api":"salesforce","kind":"fire"}""")]
    [InlineData("POST", "/faults", """{"api":"salesforce","kind":"quotaExceeded"}""")]
    [InlineData("POST", "/faults", """{"api":"salesforce","kind":"timeout","times":0}""")]
    [InlineData("POST", "/salesforce/records/Account", """{"as":"someone@example.com"}""")]
    public void A_malformed_request_is_a_400_that_says_why(string method, string path, string body)
    {
        var (status, answer) = _control.Call(method, path, body);

        Assert.Equal(400, status);
        Assert.NotEmpty(answer!["message"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/nothing")]
    [InlineData("PUT", "/clock")]
    [InlineData("GET", "/partner-central/opportunities/O1")]
    [InlineData("PATCH", "/partner-central/opportunities/O1")]
    [InlineData("GET", "/salesforce/records/Account/001000000000001AAA")]
    public void What_is_unknown_is_a_404(string method, string path) => Assert.Equal(404, _control.Call(method, path).Status);

    [Fact]
    public void A_colleague_creates_edits_and_associates()
    {
        var id = Create();

        Assert.Equal(204, _control.Call("PATCH", $"/partner-central/opportunities/{id}", """{"set":{"LifeCycle.Stage":"Technical Validation"}}""").Status);
        Assert.Equal(204, _control.Call("POST", $"/partner-central/opportunities/{id}/associations", """{"associate":[{"type":"Solutions","id":"S-0051244"}]}""").Status);

        var seen = _control.Read($"/partner-central/opportunities/{id}");
        Assert.Equal("Technical Validation", seen["opportunity"]!["LifeCycle"]!["Stage"]!.GetValue<string>());
        Assert.Equal("S-0051244", seen["opportunity"]!["RelatedEntityIdentifiers"]!["Solutions"]![0]!.GetValue<string>());
        Assert.Single(_control.Read("/partner-central/opportunities").AsArray());
    }

    [Fact]
    public void A_refusal_is_a_409_with_the_systems_code_and_words()
    {
        var id = Create();

        var (status, body) = _control.Call("POST", $"/partner-central/opportunities/{id}/review", """{"status":"Approved"}""");

        Assert.Equal((409, "INVALID_RESOURCE_STATE"), (status, body!["code"]!.GetValue<string>()));
        Assert.Equal("Cannot transition opportunity from status 'Pending Submission' to 'Approved'.", body["message"]!.GetValue<string>());
    }

    [Fact]
    public void A_malformed_edit_is_a_400() => Assert.Equal(400, _control.Call("PATCH", $"/partner-central/opportunities/{Create()}", """{"LifeCycle.Stage":"Prospect"}""").Status);

    [Fact]
    public void A_referral_arrives_by_an_empty_order()
    {
        var (status, body) = _control.Call("POST", "/partner-central/invitations", "{}");

        Assert.Equal(201, status);
        var seen = Assert.Single(_control.Read("/partner-central/invitations").AsArray())!;
        Assert.Equal(body!["invitationId"]!.GetValue<string>(), seen["invitation"]!["Id"]!.GetValue<string>());
        Assert.Equal(body["opportunityId"]!.GetValue<string>(), seen["opportunityId"]!.GetValue<string>());
    }

    [Fact]
    public void A_lead_arrives_and_stands_for_no_opportunity()
    {
        Assert.Equal(201, _control.Call("POST", "/partner-central/leads", "{}").Status);

        Assert.Null(Assert.Single(_control.Read("/partner-central/invitations").AsArray())!["opportunityId"]);
    }

    [Fact]
    public void A_colleague_submits_and_reassigns()
    {
        var id = Create();

        Assert.Equal(204, _control.Call("POST", $"/partner-central/opportunities/{id}/team", """{"BusinessTitle":"OpportunityOwner","Email":"li.juan@example.com","FirstName":"Li","LastName":"Juan"}""").Status);
        Assert.Equal(204, _control.Call("POST", $"/partner-central/opportunities/{id}/submission", """{"involvementType":"Co-Sell"}""").Status);
        Assert.Equal(409, _control.Call("POST", $"/partner-central/opportunities/{id}/submission", """{"involvementType":"Co-Sell"}""").Status);

        var seen = _control.Read($"/partner-central/opportunities/{id}")["opportunity"]!;
        Assert.Equal(("Submitted", "li.juan@example.com"), (seen["LifeCycle"]!["ReviewStatus"]!.GetValue<string>(), seen["OpportunityTeam"]![0]!["Email"]!.GetValue<string>()));
    }

    [Fact]
    public void A_colleague_answers_invitations()
    {
        var accepted = Refer();
        var rejected = Refer();

        Assert.Equal(204, _control.Call("POST", $"/partner-central/invitations/{accepted}/acceptance").Status);
        Assert.Equal(204, _control.Call("POST", $"/partner-central/invitations/{rejected}/rejection", """{"reason":"Unable to support"}""").Status);
        Assert.Equal(409, _control.Call("POST", $"/partner-central/invitations/{rejected}/acceptance").Status);
        Assert.Equal(404, _control.Call("POST", "/partner-central/invitations/engi-0000000000000/acceptance").Status);

        Assert.Equal("Approved", Assert.Single(_control.Read("/partner-central/opportunities").AsArray())!["opportunity"]!["LifeCycle"]!["ReviewStatus"]!.GetValue<string>());
    }

    [Fact]
    public void A_task_is_made_to_fail()
    {
        Assert.Equal(204, _control.Call("POST", "/partner-central/task-failures", """{"reasonCode":"InternalError"}""").Status);
        Assert.Equal(409, _control.Call("POST", "/partner-central/task-failures", """{"reasonCode":"BadLuck"}""").Status);
    }

    [Fact]
    public void Salesforce_people_create_edit_and_delete()
    {
        var (status, created) = _control.Call("POST", "/salesforce/records/Account", """{"as":"ana.silva@example.com","fields":{"Name":"Humongous Insurance"}}""");
        Assert.Equal(201, status);
        var path = $"/salesforce/records/Account/{created!["id"]!.GetValue<string>()}";

        Assert.Equal(204, _control.Call("PATCH", path, """{"as":"ana.silva@example.com","fields":{"Name":"Humongous Insurance Ltd"}}""").Status);
        Assert.Equal("Humongous Insurance Ltd", _control.Read(path)["Name"]!.GetValue<string>());
        Assert.Equal(204, _control.Call("DELETE", path, """{"as":"ana.silva@example.com"}""").Status);
        Assert.Equal(404, _control.Call("GET", path).Status);
    }

    [Fact]
    public void A_reset_brings_back_the_seed_and_the_time()
    {
        Create();
        _control.Call("POST", "/clock", """{"advance":"1.00:00:00"}""");

        Assert.Equal(204, _control.Call("POST", "/reset").Status);

        Assert.Empty(_control.Read("/partner-central/opportunities").AsArray());
        Assert.Equal("2026-11-23T09:30:15.000Z", _control.Read("/clock")["now"]!.GetValue<string>());
    }

    private string Refer() => _control.Call("POST", "/partner-central/invitations", "{}").Body!["invitationId"]!.GetValue<string>();

    private string Create() => _control.Call("POST", "/partner-central/opportunities", Some.Opportunity().ToJsonString()).Body!["id"]!.GetValue<string>();

    public void Dispose() => _control.Dispose();
}
