using System.Net;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class PeopleTests : IDisposable
{
    private readonly EmulatedOrg _org = new();

    public void Dispose() => _org.Dispose();

    [Fact]
    public void A_persons_edit_is_stamped_with_that_person()
    {
        var id = _org.IdOf("Wingtip analytics");
        _org.Clock.Advance(TimeSpan.FromSeconds(5));

        _org.Emulator.Edit("Opportunity", id, new() { ["NextStep"] = "by hand" }, EmulatedOrg.Seller);

        var record = _org.Query("SELECT NextStep, LastModifiedBy.Name, LastModifiedDate FROM Opportunity WHERE Name = 'Wingtip analytics'").Json["records"]![0]!;
        Assert.Equal("by hand", (string?)record["NextStep"]);
        Assert.Equal("Ana Silva", (string?)record["LastModifiedBy"]!["Name"]);
        Assert.Equal("2026-11-22T21:20:05.000+0000", (string?)record["LastModifiedDate"]);
    }

    [Fact]
    public void A_deleted_record_comes_back_from_the_recycle_bin_with_new_stamps()
    {
        var id = _org.IdOf("Wingtip analytics");
        _org.Emulator.Delete("Opportunity", id, EmulatedOrg.Seller);
        _org.Clock.Advance(TimeSpan.FromSeconds(5));
        _org.Emulator.Undelete("Opportunity", id, EmulatedOrg.Seller);

        var record = _org.Query("SELECT IsDeleted, SystemModstamp FROM Opportunity WHERE Name = 'Wingtip analytics'").Json["records"]![0]!;
        Assert.False((bool)record["IsDeleted"]!);
        Assert.Equal("2026-11-22T21:20:05.000+0000", (string?)record["SystemModstamp"]);
        Assert.Throws<PersonRefusedException>(() => _org.Emulator.Undelete("Opportunity", id, EmulatedOrg.Seller));
    }

    [Fact]
    public void A_person_is_refused_in_Salesforces_words()
    {
        var refused = Assert.Throws<PersonRefusedException>(() => _org.Emulator.Edit("Opportunity", _org.IdOf("Wingtip analytics"), new() { ["Name"] = "" }, EmulatedOrg.Seller));

        Assert.Equal("REQUIRED_FIELD_MISSING", refused.Code);
        Assert.Equal("Required fields are missing: [Name]", refused.Message);
    }

    [Fact]
    public void A_person_nobody_knows_is_refused() =>
        Assert.Throws<PersonRefusedException>(() => _org.Emulator.Create("Account", new() { ["Name"] = "A" }, "nobody@example.com"));

    [Fact]
    public void A_record_nobody_knows_cannot_be_edited() =>
        Assert.Throws<PersonRefusedException>(() => _org.Emulator.Edit("Account", "001gL00000zzzzz", new() { ["Name"] = "A" }, EmulatedOrg.Seller));

    [Fact]
    public void A_person_creates_and_deletes()
    {
        var id = _org.Emulator.Create("Account", new() { ["Name"] = "By hand" }, EmulatedOrg.Seller);
        Assert.Equal("By hand", (string?)_org.Emulator.Record("Account", id)!["Name"]);

        _org.Emulator.Delete("Account", id, EmulatedOrg.Seller);
        Assert.Null(_org.Emulator.Record("Account", id));
        Assert.Equal(6, _org.Emulator.Records("Account").Count);
    }

    [Fact]
    public void A_reset_makes_the_org_as_on_its_first_day()
    {
        _org.Delete($"/sobjects/Opportunity/{_org.IdOf("Wingtip analytics")}");

        _org.Emulator.Reset();

        _org.Get("/limits").IsRefused(HttpStatusCode.Unauthorized, "INVALID_SESSION_ID");
        _org.LogIn();
        Assert.Equal(["Wingtip analytics"], _org.Opportunities("Name = 'Wingtip analytics'"));
    }

    [Fact]
    public void The_journal_names_each_request_with_its_status_and_error()
    {
        var id = _org.IdOf("Wingtip analytics");
        _org.Emulator.ClearCalls();

        _org.LogIn();
        _org.Query("SELECT Id FROM Nope");
        _org.Patch($"/sobjects/Opportunity/{id}", """{"NextStep":"x"}""");
        _org.Composite("""{"method":"GET","url":"/services/data/v67.0/limits","referenceId":"a"}""");
        _org.Get("/sobjects/Account/describe");

        Assert.Equal(
            [("POST token", 200, null), ("GET query", 400, "INVALID_TYPE"), ("PATCH sobjects/Opportunity", 204, null), ("POST composite", 200, null), ("GET sobjects/Account/describe", 200, null)],
            _org.Emulator.Calls.Select(c => (c.Operation, c.Status, c.Error)));
        Assert.All(_org.Emulator.Calls, c => Assert.Equal(("salesforce", _org.Clock.GetUtcNow()), (c.Api, c.At)));
    }

    [Fact]
    public void An_intercepted_request_never_reaches_the_org()
    {
        var id = _org.IdOf("Wingtip analytics");
        _org.Emulator.Intercept = request => request.Method == HttpMethod.Patch ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new StringContent("<html>down</html>") } : null;

        var answer = _org.Patch($"/sobjects/Opportunity/{id}", """{"NextStep":"x"}""");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "<html>down</html>"), (answer.Status, answer.Text));
        Assert.Equal("Discovery call", (string?)_org.Emulator.Record("Opportunity", id)!["NextStep"]);
        Assert.Equal(503, _org.Emulator.Calls[^1].Status);
    }

    [Fact]
    public void Two_orgs_given_the_same_give_the_same_ids()
    {
        using var other = new EmulatedOrg();

        Assert.Equal(_org.Emulator.Records("Opportunity").ToJsonString(), other.Emulator.Records("Opportunity").ToJsonString());
    }

    [Fact]
    public void Many_threads_may_call_at_once()
    {
        Parallel.For(0, 50, i => _org.Emulator.Create("Account", new() { ["Name"] = $"Account {i}" }, EmulatedOrg.Seller));

        Assert.Equal(56, _org.Emulator.Records("Account").Select(r => (string?)r!["Id"]).Distinct().Count());
    }

    [Fact]
    public void A_person_may_hand_over_any_value_that_JSON_can_hold()
    {
        var id = _org.Emulator.Create(SourceFolder.Deal, new() { ["Synced__c"] = new DateTimeOffset(2026, 11, 22, 21, 20, 7, TimeSpan.Zero), ["Spend__c"] = 12.5m }, EmulatedOrg.Seller);

        var record = _org.Emulator.Record(SourceFolder.Deal, id)!;
        Assert.Equal("2026-11-22T21:20:07.000+0000", (string?)record["Synced__c"]);
        Assert.Equal("12.5", record["Spend__c"]!.ToJsonString());
    }

    [Fact]
    public void A_long_transaction_appears_late_with_an_older_stamp()
    {
        var id = _org.IdOf("Wingtip analytics");
        _org.Clock.Advance(TimeSpan.FromMinutes(1));
        _org.Emulator.Edit("Opportunity", id, new() { ["NextStep"] = "late" }, EmulatedOrg.Seller, TimeSpan.FromSeconds(3));
        _org.Emulator.Edit("Opportunity", _org.IdOf("Contoso contact center"), new() { ["NextStep"] = "prompt" }, EmulatedOrg.Seller);

        Assert.Equal(["Wingtip analytics"], _org.Opportunities("SystemModstamp = 2026-11-22T21:20:57Z"));
        Assert.Equal(["Contoso contact center"], _org.Opportunities("SystemModstamp = 2026-11-22T21:21:00Z"));
    }
}
