using System.Net;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class SaveGuardTests : IDisposable
{
    private readonly EmulatedOrg _org = new();
    private readonly string _id;

    public SaveGuardTests() => _id = _org.IdOf("Wingtip analytics");

    public void Dispose() => _org.Dispose();

    [Fact]
    public void A_record_that_another_transaction_holds_is_not_saved_until_it_is_let_go()
    {
        _org.Emulator.Lock("Opportunity", _id);
        var refused = Save("NextStep", "x");
        Assert.Equal((HttpStatusCode.BadRequest, "UNABLE_TO_LOCK_ROW"), (refused.Status, (string?)refused.Json[0]!["errorCode"]));

        _org.Emulator.Unlock("Opportunity", _id);
        Assert.Equal(HttpStatusCode.NoContent, Save("NextStep", "x").Status);
    }

    [Fact]
    public void A_validation_rule_refuses_the_value_wherever_it_comes_from_and_lets_others_pass()
    {
        _org.Emulator.Forbid("Opportunity", "NextStep", "Give up", "Never give up.");
        var refused = Save("NextStep", "give up");
        Assert.Equal((HttpStatusCode.BadRequest, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Never give up."), (refused.Status, (string?)refused.Json[0]!["errorCode"], (string?)refused.Json[0]!["message"]));
        Assert.Throws<PersonRefusedException>(() => _org.Emulator.Edit("Opportunity", _id, new() { ["NextStep"] = "Give up" }, EmulatedOrg.Seller));
        Assert.Equal(HttpStatusCode.NoContent, Save("NextStep", "Go on").Status);

        _org.Emulator.ForbidNothing();
        Assert.Equal(HttpStatusCode.NoContent, Save("NextStep", "Give up").Status);
    }

    [Fact]
    public void A_validation_rule_blocks_every_save_of_a_record_that_already_breaks_it()
    {
        Save("NextStep", "Give up");
        _org.Emulator.Forbid("Opportunity", "NextStep", "Give up", "Never give up.");
        Assert.Equal(HttpStatusCode.BadRequest, Save("Description", "x").Status);
    }

    private Answer Save(string field, string value) => _org.Patch($"{EmulatedOrg.Data}/sobjects/Opportunity/{_id}", new JsonObject { [field] = value }.ToJsonString());
}
