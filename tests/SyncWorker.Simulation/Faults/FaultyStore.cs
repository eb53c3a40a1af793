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
    public ISyncStore For(Life life)
    {
        var opened = new MemoryStore(durable);
        return StandIn.For((method, arguments) => Through(life, opened, method, arguments));
    }

    private object? Through(Life life, MemoryStore opened, MethodInfo method, object?[] arguments)
    {
        life.Check();
        if (universe.Time.GetUtcNow() < _awayUntil && !universe.IsQuiet) throw new StoreFailedException("the store is away");
        var point = Point(method.Name, arguments);
        var fault = point is null || universe.IsQuiet ? null : universe.Faults.Of(point.Value);
        if (fault is null) return Carry(life, opened, method, arguments, point);
        universe.Counts.Faults++;
        universe.Trace.Note($"{universe.Stamp} {method.Name} {point} {fault}");
        return Fail(life, fault.Value, () => Carry(life, opened, method, arguments, point));
    }

    /// <summary>The call reaches the store. Nothing of a process that was taken over may be kept there.</summary>
    private object? Carry(Life life, MemoryStore opened, MethodInfo method, object?[] arguments, StorePoint? point)
    {
        try
        {
            var answer = method.Invoke(opened, arguments);
            if (point == StorePoint.Owner) universe.Processes.TookOver(life);
            else if (point is not null && life.IsPast) universe.Violate($"I13 {method.Name} of a process that was taken over was kept");
            return answer;
        }
        catch (TargetInvocationException refused) when (refused.InnerException is TakenOverException)
        {
            life.WasTold = true;
            throw;
        }
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
            case StoreFaultKind.Stopped when universe.Chance.Of(0.5):
                var kept = commit();
                universe.Processes.Overtake();
                return kept;
            case StoreFaultKind.Stopped:
                universe.Processes.Overtake();
                return commit();
            case StoreFaultKind.DiskFull or StoreFaultKind.Restarting:
                _awayUntil = universe.Time.GetUtcNow() + universe.Chance.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40));
                throw new StoreFailedException("the store is away");
            default:
                throw new StoreFailedException("the transaction failed");
        }
    }

    private StorePoint? Point(string method, object?[] arguments) => method switch
    {
        nameof(ISyncStore.TakeOverAsync) => StorePoint.Owner,
        nameof(ISyncStore.AddAsync) or nameof(ISyncStore.NoteAsync) => StorePoint.Link,
        nameof(ISyncStore.RememberAsync) => Point((Link)arguments[0]!, (Baseline)arguments[1]!),
        nameof(ISyncStore.HandOverAsync) => StorePoint.Identity,
        nameof(ISyncStore.AppendAsync) => StorePoint.Sent,
        nameof(ISyncStore.ChangeBaselineAsync) => StorePoint.Baseline,
        nameof(ISyncStore.MarkAsync) or nameof(ISyncStore.ClearAsync) or nameof(ISyncStore.DelayAsync) or nameof(ISyncStore.FailAsync) => StorePoint.Due,
        nameof(ISyncStore.AskAsync) or nameof(ISyncStore.BeginAskedAsync) or nameof(ISyncStore.WakeAsync) => StorePoint.Due,
        nameof(ISyncStore.MoveWatermarkAsync) => StorePoint.Watermark,
        nameof(ISyncStore.CountCallsAsync) => StorePoint.Quota,
        nameof(ISyncStore.ChangeConnectionAsync) or nameof(ISyncStore.RememberOrgAsync) => StorePoint.Connection,
        nameof(ISyncStore.ConnectionAsync) => null,
        _ => StoreReads.Names.Contains(method) ? null : throw new InvalidOperationException($"{method} changes something, and has no point."),
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
