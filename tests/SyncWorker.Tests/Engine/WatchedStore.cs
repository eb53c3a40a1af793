using System.Reflection;
using SyncWorker.State;

namespace SyncWorker.Tests.Engine;

/// <summary>Stands before a store and keeps which of its methods are called. The runtime derives from it.</summary>
#pragma warning disable CA1852 // Nobody in this assembly derives from it, but DispatchProxy does.
internal class WatchedStore : DispatchProxy
{
    private ISyncStore? _store;

    public HashSet<string> Called { get; } = [];

    public static (ISyncStore Store, WatchedStore Watch) Over(ISyncStore store)
    {
        var proxy = Create<ISyncStore, WatchedStore>();
        var watch = (WatchedStore)(object)proxy;
        watch._store = store;
        return (proxy, watch);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Called.Add(targetMethod!.Name);
        return targetMethod.Invoke(_store, args);
    }
}
#pragma warning restore CA1852
