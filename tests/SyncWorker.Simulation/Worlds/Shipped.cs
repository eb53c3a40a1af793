using SyncWorker.Configuration;
using SyncWorker.Core.Mapping;
using SyncWorker.Hosting;

namespace SyncWorker.Simulation.Worlds;

/// <summary>The configuration that the product ships with, beside the binary.</summary>
internal static class Shipped
{
    public static string Config { get; } = ConfigFolder.Find(null).Path;

    public static FieldMap Map { get; } = FieldMapLoader.Load(Config).Map ?? throw new InvalidOperationException("The shipped field map has findings.");
}
