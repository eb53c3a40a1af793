using System.Reflection;
using System.Runtime.ExceptionServices;
using SyncWorker.State;

namespace SyncWorker.Simulation.Faults;

/// <summary>Stands for the store, method by method: what is added to the store later goes through it too. The runtime derives from it.</summary>
#pragma warning disable CA1852 // Nobody in this assembly derives from it, but DispatchProxy does.
internal class StandIn : DispatchProxy
{
    private Func<MethodInfo, object?[], object?> _through = (_, _) => null;

    /// <summary>A store whose every call is answered by a function.</summary>
    public static ISyncStore For(Func<MethodInfo, object?[], object?> through)
    {
        var store = Create<ISyncStore, StandIn>();
        ((StandIn)(object)store)._through = through;
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        try
        {
            return _through(targetMethod!, args ?? []);
        }
        catch (TargetInvocationException failed) when (failed.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(failed.InnerException);
            throw;
        }
    }
}
#pragma warning restore CA1852
