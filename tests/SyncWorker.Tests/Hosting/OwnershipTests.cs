using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using SyncWorker.Commands;
using SyncWorker.Hosting;
using SyncWorker.Scheduling;
using SyncWorker.State;

namespace SyncWorker.Tests.Hosting;

/// <summary>Two services on one store, as in a rolling update or where a container was started twice.</summary>
public sealed class OwnershipTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConfigCopy _older = new();
    private readonly ConfigCopy _younger = new();

    public OwnershipTests()
    {
        _younger.Given["State:Path"] = _older.Given["State:Path"];
        foreach (var pass in Enum.GetNames<Pass>()) _older.Given["Schedules:" + pass] = _younger.Given["Schedules:" + pass] = "00:00:00.1";
    }

    public async ValueTask DisposeAsync()
    {
        await _younger.DisposeAsync();
        await _older.DisposeAsync();
    }

    [Fact]
    public async Task The_older_of_two_services_says_so_once_and_exits_with_1()
    {
        var app = _older.Build();
        var exit = Guard.RunAsync(() => RunCommand.RunAsync(app, default));
        var started = new TaskCompletionSource();
        using var registration = app.Lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(Patience);

        var younger = _younger.Build();
        await younger.StartWorkerAsync(default);
        Assert.Equal(1, await exit.WaitAsync(Patience));
        Assert.Single(_older.Logs.Lines, l => l.StartsWith("Error: Another process has taken over this connection (fence 2, ours 1)", StringComparison.Ordinal));
        Assert.False(younger.Lifetime.ApplicationStopping.IsCancellationRequested);
        Assert.Null(_younger.Services.GetRequiredService<Ownership>().Lost);
        await younger.StopAsync();
    }

    [Fact]
    public async Task A_service_that_cannot_start_takes_nothing_over()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        _younger.Given["Operations:Port"] = ((IPEndPoint)taken.LocalEndpoint).Port.ToString();
        var owner = _older.Build().Services.GetRequiredService<ISyncStore>();
        await owner.TakeOverAsync(default);
        await Assert.ThrowsAsync<ConfigurationProblemException>(() => _younger.Build().StartWorkerAsync(default));
        await owner.MoveWatermarkAsync("w", "still ours", default);
    }
}
