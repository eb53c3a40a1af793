using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Simulation.Faults;
using SyncWorker.State;

namespace SyncWorker.Simulation.Mutants;

/// <summary>Stands before the worker's store and changes what is remembered, or what is recalled.</summary>
internal static class ChangedStore
{
    /// <summary>A store that is called with other arguments; null calls it not at all.</summary>
    public static ISyncStore Of(ISyncStore store, string method, Func<object?[], object?[]?> change) => StandIn.For((called, arguments) =>
    {
        var now = called.Name == method ? change(arguments) : arguments;
        return now is null ? Task.CompletedTask : called.Invoke(store, now);
    });

    /// <summary>A store that remembers another baseline than it is told.</summary>
    public static ISyncStore Remembering(ISyncStore store, Func<Link, Baseline, Baseline> change) => Of(store, nameof(ISyncStore.RememberAsync), a => [a[0], change((Link)a[0]!, (Baseline)a[1]!), a[2], a[3]]);

    /// <summary>A store that recalls links otherwise than it remembered them.</summary>
    public static ISyncStore Recalling(ISyncStore store, Func<LinkState, LinkState> change) => StandIn.For((called, arguments) => called.Invoke(store, arguments) switch
    {
        Task<LinkState?> one => One(one, change),
        Task<IReadOnlyList<LinkState>> several => Several(several, change),
        IAsyncEnumerable<LinkState> each => each.Select(change),
        var other => other,
    });

    /// <summary>A store in which nobody ever owns the connection: whoever commits is taken for a guest.</summary>
    public static ISyncStore WithoutOwner(ISyncStore store) => StandIn.For((called, arguments) => called.Name == nameof(ISyncStore.TakeOverAsync) ? Task.FromResult(1L) : called.Invoke(store, arguments));

    private static async Task<LinkState?> One(Task<LinkState?> recalled, Func<LinkState, LinkState> change) => await recalled is { } state ? change(state) : null;

    private static async Task<IReadOnlyList<LinkState>> Several(Task<IReadOnlyList<LinkState>> recalled, Func<LinkState, LinkState> change) => [.. (await recalled).Select(change)];
}
