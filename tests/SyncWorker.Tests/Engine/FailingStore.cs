using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using SyncWorker.State;

namespace SyncWorker.Tests.Engine;

/// <summary>The real store, of which a test lets calls fail before they take effect.</summary>
public class FailingStore : DispatchProxy
{
    private object _store = null!;

    /// <summary>Which calls fail, by the method's name.</summary>
    internal Func<string, bool> Fails { get; set; } = _ => false;

    /// <summary>Puts it around a world's store.</summary>
    internal static FailingStore Around(IServiceCollection services)
    {
        var failing = (FailingStore)(object)Create<ISyncStore, FailingStore>();
        var real = services.Single(s => s.ServiceType == typeof(ISyncStore));
        services.Remove(real);
        services.AddSingleton(provider =>
        {
            failing._store = real.ImplementationInstance ?? real.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, real.ImplementationType!);
            return (ISyncStore)(object)failing;
        });
        return failing;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (Fails(targetMethod!.Name)) throw new IOException("disk full");
        try
        {
            return targetMethod.Invoke(_store, args);
        }
        catch (TargetInvocationException failed) when (failed.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }
}
