using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using SyncWorker.Health;
using SyncWorker.Scheduling;
using SyncWorker.State;

namespace SyncWorker.Hosting;

/// <summary>Starts a built worker. What the settings name but this machine does not give is a problem of configuration, told before anything runs.</summary>
internal static class Startup
{
    /// <exception cref="ConfigurationProblemException">The store or the operations port cannot be had: then whoever owns the connection still does.</exception>
    public static async Task StartWorkerAsync(this WebApplication app, CancellationToken cancellation)
    {
        string?[] problems = [StoreProblem(app.Services), PortProblem(app.Services.GetRequiredService<IOptions<OperationsOptions>>().Value)];
        if (problems.Any(p => p is not null)) throw new ConfigurationProblemException([.. problems.OfType<string>()]);
        await app.Services.GetRequiredService<Ownership>().TakeAsync(cancellation);
        await app.StartAsync(cancellation);
    }

    private static string? StoreProblem(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<ISyncStore>();
            return null;
        }
        catch (UnusableStoreException unusable)
        {
            return unusable.Message;
        }
    }

    private static string? PortProblem(OperationsOptions options)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Parse(options.Address), options.Port);
            probe.Start();
            return null;
        }
        catch (SocketException error)
        {
            return $"Operations:Port {options.Port} at {options.Address} cannot be opened: {error.Message}. Set another port or address.";
        }
    }
}
