using System.Reflection;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Simulation.Worlds;
using SyncWorker.State;
using SyncWorker.Tests.State;

namespace SyncWorker.Simulation.Faults;

/// <summary>The store as a process reaches it: a commit may fail, or its answer get lost. What was committed survives every process.</summary>
internal sealed class FaultyStore(Universe universe, MemoryStore durable)
{
    private DateTimeOffset _awayUntil = DateTimeOffset.MinValue;

    /// <summary>The store for one process.</summary>
    public ISyncStore For(Life life) => StandIn.For((method, arguments) => Through(life, method, arguments));

    private object? Through(Life life, MethodInfo method, object?[] arguments)
    {
        life.Check();
        if (Point(method.Name, arguments) is not { } point) return universe.Time.GetUtcNow() < _awayUntil && !universe.IsQuiet ? throw new StoreFailedException("the store is away") : method.Invoke(durable, arguments);
        if (universe.Time.GetUtcNow() < _awayUntil && !universe.IsQuiet) throw new StoreFailedException("the store is away");
        var fault = universe.IsQuiet ? null : universe.Faults.Of(point);
        if (fault is null) return method.Invoke(durable, arguments);
        universe.Counts.Faults++;
        universe.Trace.Note($"{universe.Stamp} {method.Name} {point} {fault}");
        return Fail(life, fault.Value, () => method.Invoke(durable, arguments));
    }

    private object? Fail(Life life, StoreFaultKind fault, Func<object?> commit)
    {
        switch (fault)
        {
            case StoreFaultKind.KilledBefore:
                throw life.End();
            case StoreFaultKind.KilledAfter:
                commit();
                throw life.End();
            case StoreFaultKind.LostAcknowledgement:
                commit();
                throw new StoreFailedException("the acknowledgement was lost");
            case StoreFaultKind.DiskFull or StoreFaultKind.Restarting:
                _awayUntil = universe.Time.GetUtcNow() + universe.Chance.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40));
                throw new StoreFailedException("the store is away");
            default:
                throw new StoreFailedException("the transaction failed");
        }
    }

    private StorePoint? Point(string method, object?[] arguments) => method switch
    {
        nameof(ISyncStore.AddAsync) => StorePoint.Link,
        nameof(ISyncStore.RememberAsync) => Point((Link)arguments[0]!, (Baseline)arguments[1]!),
        nameof(ISyncStore.MarkAsync) or nameof(ISyncStore.ClearAsync) or nameof(ISyncStore.DelayAsync) => StorePoint.Due,
        nameof(ISyncStore.MoveWatermarkAsync) => StorePoint.Watermark,
        nameof(ISyncStore.CountCallsAsync) => StorePoint.Quota,
        _ => null,
    };

    private StorePoint Point(Link link, Baseline baseline)
    {
        var before = durable.GetAsync(link.Id, default).GetAwaiter().GetResult();
        if (before is null) return StorePoint.Baseline;
        if (before.Link.RecordId != link.RecordId || before.Link.OpportunityId != link.OpportunityId) return StorePoint.Identity;
        if (baseline.Intent is not null && before.Baseline.Intent is null) return StorePoint.Intent;
        if (baseline.Intent?.Tries > before.Baseline.Intent?.Tries) return StorePoint.Sending;
        return baseline.Sent.Length > before.Baseline.Sent.Length ? StorePoint.Sent : StorePoint.Baseline;
    }
}
