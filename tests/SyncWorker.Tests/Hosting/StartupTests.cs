using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SyncWorker.Health;
using SyncWorker.Hosting;
using SyncWorker.Scheduling;

namespace SyncWorker.Tests.Hosting;

public sealed class StartupTests : IAsyncDisposable
{
    // One day in a far year: no pass runs while a test looks.
    private const string Never = "0 0 0 1 1 ? 2099";

    private readonly ConfigCopy _config = new();

    public ValueTask DisposeAsync() => _config.DisposeAsync();

    [Fact]
    public async Task A_store_and_a_port_that_cannot_be_had_are_told_at_once_before_anything_runs()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        _config.Given["Operations:Port"] = port.ToString();
        _config.Given["State:Path"] = _config.InFolder("appsettings.json") + "/below-a-file.db";
        var problem = await Assert.ThrowsAsync<ConfigurationProblemException>(() => _config.Build().StartWorkerAsync(default));
        Assert.Collection(problem.Problems, p => Assert.StartsWith("State:Path ", p, StringComparison.Ordinal), p => Assert.StartsWith($"Operations:Port {port} ", p, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_left_as_it_is()
    {
        _config.Given["State:Path"] = _config.InFolder("picklists.yaml");
        var before = _config.Text("picklists.yaml");
        var problem = await Assert.ThrowsAsync<ConfigurationProblemException>(() => _config.Build().StartWorkerAsync(default));
        Assert.StartsWith("State:Path ", Assert.Single(problem.Problems), StringComparison.Ordinal);
        Assert.Equal(before, _config.Text("picklists.yaml"));
    }

    [Fact]
    public async Task The_worker_is_alive_at_once_ready_when_both_sides_were_polled_and_degraded_by_bad_settings()
    {
        foreach (var pass in Enum.GetNames<Pass>()) _config.Given["Schedules:" + pass] = Never;
        var app = _config.Build();
        await app.StartWorkerAsync(default);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/")).StatusCode);

        var passes = _config.Services.GetRequiredService<Passes>();
        passes.Succeeded(Pass.PollSalesforce, TimeProvider.System.GetUtcNow());
        passes.Succeeded(Pass.PollPartnerCentral, TimeProvider.System.GetUtcNow());
        Assert.Equal("Healthy", await StatusAsync(http));

        // Whoever uses the settings watches them; here it is the test.
        _config.Services.GetRequiredService<IOptionsMonitor<SyncOptions>>();
        _config.With("Sync", "QuietTime", "soon").Reload();
        Assert.Equal("Degraded", await StatusAsync(http));
        await app.StopAsync();
    }

    private static async Task<string> StatusAsync(HttpClient http)
    {
        using var answer = await http.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["status"]!.GetValue<string>();
    }
}
