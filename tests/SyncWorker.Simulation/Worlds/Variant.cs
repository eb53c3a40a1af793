using Microsoft.Extensions.DependencyInjection;
using SyncWorker.Core.Mapping;
using SyncWorker.State;

namespace SyncWorker.Simulation.Worlds;

/// <summary>
/// What is put around the real parts of the worker, from outside: nothing, or one deliberate fault of the engine (a mutant). The product has no switch for any of them.
/// </summary>
internal sealed record Variant(string Name)
{
    /// <summary>The worker as it is.</summary>
    public static Variant None { get; } = new("the worker as it is");

    /// <summary>Around the way to Salesforce.</summary>
    public Func<HttpMessageHandler, HttpMessageHandler> Salesforce { get; init; } = h => h;

    /// <summary>Whether it makes the pages small, so that a poll takes several calls.</summary>
    public bool HasSmallPages { get; init; }

    /// <summary>Around the way to Partner Central.</summary>
    public Func<HttpMessageHandler, HttpMessageHandler> PartnerCentral { get; init; } = h => h;

    /// <summary>Around the store.</summary>
    public Func<ISyncStore, ISyncStore> Store { get; init; } = s => s;

    /// <summary>The settings and parts.</summary>
    public Action<IServiceCollection> Configure { get; init; } = _ => { };

    /// <summary>The field map.</summary>
    public Func<FieldMap, FieldMap> Map { get; init; } = m => m;
}
