using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.Control;

public sealed class SwitchTests : IDisposable
{
    private readonly ControlClient _control = new();

    [Fact]
    public void Switches_are_read_and_changed_while_the_world_runs()
    {
        var (status, _) = _control.Call("PATCH", "/partner-central/switches", """{"enforceQuotas":true,"writesPerDay":5,"taskDuration":"00:00:04","clientTokenLifetime":"00:15:00","statusCodes":"Documented"}""");

        Assert.Equal(204, status);
        var read = _control.Read("/partner-central/switches");
        Assert.Equal((true, 5, "00:00:04"), (read["enforceQuotas"]!.GetValue<bool>(), read["writesPerDay"]!.GetValue<int>(), read["taskDuration"]!.GetValue<string>()));
        Assert.True(_control.World.PartnerCentralOptions.EnforceQuotas);
        Assert.Equal(TimeSpan.FromMinutes(15), _control.World.PartnerCentralOptions.ClientTokenLifetime);
    }

    [Theory]
    [InlineData("""{"enforceQuotas":"yes"}""")]
    [InlineData("""{"writesPerDay":0}""")]
    [InlineData("""{"taskDuration":"soon"}""")]
    [InlineData("""{"taskDuration":"-00:00:04"}""")]
    [InlineData("""{"statusCodes":"Invented"}""")]
    [InlineData("""{"sessionToken":5}""")]
    [InlineData("""{"gravity":false}""")]
    [InlineData("""{"entityEncoding":true,"writesPerDay":"many"}""")]
    public void A_value_that_cannot_be_changes_nothing(string body)
    {
        var (status, answer) = _control.Call("PATCH", "/partner-central/switches", body);

        Assert.Equal((400, "INVALID_MEMBER"), (status, answer!["code"]!.GetValue<string>()));
        Assert.False(_control.World.PartnerCentralOptions.EntityEncoding);
    }

    [Fact]
    public void A_reset_brings_back_the_switches_of_the_start()
    {
        _control.World.PartnerCentralOptions.TaskDuration = TimeSpan.FromSeconds(2);
        _control.Call("PATCH", "/partner-central/switches", """{"taskDuration":"00:01:00","clientTokenLifetime":"1.00:00:00"}""");
        _control.Call("PATCH", "/partner-central/switches", """{"taskDuration":"00:02:00"}""");

        _control.Call("POST", "/reset");

        Assert.Equal(TimeSpan.FromSeconds(2), _control.World.PartnerCentralOptions.TaskDuration);
        Assert.Null(_control.World.PartnerCentralOptions.ClientTokenLifetime);
    }

    [Fact]
    public void Every_switch_can_be_written_as_it_reads()
    {
        var read = _control.Read("/partner-central/switches").AsObject();

        Assert.Equal(204, _control.Call("PATCH", "/partner-central/switches", read.ToJsonString()).Status);
        Assert.True(JsonNode.DeepEquals(read, _control.Read("/partner-central/switches")));
    }

    public void Dispose() => _control.Dispose();
}
