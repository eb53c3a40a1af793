using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using SyncWorker.Emulators.Control;
using SyncWorker.Emulators.Tests.PartnerCentral;

namespace SyncWorker.Emulators.Tests.Control;

public sealed class HostTests : IAsyncLifetime, IDisposable
{
    private readonly EmulatedWorld _world = new(TimeProvider.System, new EmulatedWorldOptions());
    private readonly HttpClient _client = new();
    private EmulatorHost _host = null!;

    public async Task InitializeAsync() => _host = await EmulatorHost.StartAsync(_world, new EmulatorPorts());

    [Fact]
    public async Task A_signed_call_passes_the_door()
    {
        using var response = await _client.SendAsync(Signed("ListOpportunities", """{"Catalog":"AWS"}"""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/x-amz-json-1.0", response.Content.Headers.ContentType!.ToString());
        Assert.True(response.Headers.Contains("x-amzn-RequestId"));
        Assert.Empty((await response.Content.ReadFromJsonAsync<JsonObject>())!["OpportunitySummaries"]!.AsArray());
    }

    [Fact]
    public async Task The_three_doors_are_apart_and_the_org_learns_its_address()
    {
        Assert.Equal(3, new[] { _host.SalesforceUrl, _host.PartnerCentralUrl, _host.ControlUrl }.Distinct().Count());
        Assert.Equal(_host.SalesforceUrl, _world.SalesforceOptions.InstanceUrl);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(new Uri(_host.ControlUrl, "clock"))).StatusCode);
    }

    [Fact]
    public async Task Path_query_and_headers_reach_the_handler_as_they_were_sent()
    {
        using var echo = new EchoHandler();
        await using var door = await Door.OpenAsync(echo, 0, CancellationToken.None);
        var asItIs = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var sent = new Uri($"{door.Address}services/data/v62.0/query/?q=SELECT+Id%2cName%20FROM+A%2FB", asItIs);
        using var request = new HttpRequestMessage(HttpMethod.Get, sent);
        request.Headers.Host = "org.my.salesforce.com";

        using var response = await _client.SendAsync(request);

        Assert.Equal("/services/data/v62.0/query/?q=SELECT+Id%2cName%20FROM+A%2FB org.my.salesforce.com", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_client_that_signs_by_the_clock_outside_is_let_in_and_is_told_the_worlds_date()
    {
        _world.Clock.Advance(TimeSpan.FromDays(2));

        using var response = await _client.SendAsync(Signed("ListOpportunities", """{"Catalog":"AWS"}""", TimeProvider.System.GetUtcNow()));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(_world.Clock.GetUtcNow(), response.Headers.Date!.Value, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_lost_answer_breaks_the_connection()
    {
        await _client.PostAsJsonAsync(new Uri(_host.ControlUrl, "faults"), new { api = "partnerCentral", kind = "lostAnswer" });

        await Assert.ThrowsAsync<HttpRequestException>(() => _client.SendAsync(Signed("ListOpportunities", """{"Catalog":"AWS"}""")));

        Assert.Equal("ListOpportunities", Assert.Single(_world.PartnerCentral.Calls).Operation);
    }

    [Fact]
    public async Task A_timeout_lasts_until_the_client_gives_up()
    {
        await _client.PostAsJsonAsync(new Uri(_host.ControlUrl, "faults"), new { api = "partnerCentral", kind = "timeout" });
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _client.SendAsync(Signed("ListOpportunities", """{"Catalog":"AWS"}"""), patience.Token));
    }

    private HttpRequestMessage Signed(string operation, string body, DateTimeOffset? at = null)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, _host.PartnerCentralUrl) { Content = new StringContent(body, Encoding.UTF8) };
        message.Headers.Host = _host.PartnerCentralUrl.Host;
        message.Content.Headers.Remove("Content-Type");
        message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-amz-json-1.0");
        message.Headers.TryAddWithoutValidation("X-Amz-Target", "AWSPartnerCentralSelling." + operation);
        new TestSigner(_world.PartnerCentralOptions.AccessKeyId, _world.PartnerCentralOptions.SecretAccessKey).Sign(message, body, at ?? _world.Clock.GetUtcNow(), "X-Amz-Target");
        return message;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public void Dispose()
    {
        _client.Dispose();
        _world.Dispose();
    }
}
