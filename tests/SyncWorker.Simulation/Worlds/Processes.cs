using SyncWorker.State;

namespace SyncWorker.Simulation.Worlds;

/// <summary>The processes of the worker: one works; where it dies another is started, and where it is stopped another takes over from it.</summary>
/// <param name="universe">Where they live.</param>
/// <param name="start">Starts one, which owns nothing yet.</param>
internal sealed class Processes(Universe universe, Func<WorkerProcess> start) : IDisposable
{
    // Where many stop, each would wait for the next for ever.
    private const int StoppedMax = 2;

    private WorkerProcess? _worker;
    private Life? _owner;
    private int _stopped;

    /// <summary>Lets the worker do something, and whoever comes after it go on.</summary>
    public void Run(Func<WorkerProcess, Task> pass)
    {
        if (_worker is null) Replace();
        var worker = _worker!;
        Let(worker, pass);
        if (worker.Life.IsPast) Retire(worker);
        else if (worker.Life.IsOver)
        {
            _worker = null;
            End(worker);
            Replace();
        }
    }

    /// <summary>A newer version is rolled out: it starts while the older one still runs.</summary>
    public void RollOut()
    {
        var older = _worker;
        Replace();
        if (older is not null) Retire(older);
    }

    /// <summary>The process that does something just now is stopped. Another one is started in its place and works; then the first goes on as if nothing had been.</summary>
    public void Overtake()
    {
        universe.Trace.Note($"{universe.Stamp} the process is stopped");
        StandStill();
        if (_stopped == StoppedMax) return;
        _stopped++;
        Replace();
        for (var cycles = universe.Chance.Between(1, 2); cycles > 0; cycles--) Worlds.Run.Cycle(universe, sweeps: false);
        StandStill();
        _stopped--;
        universe.Trace.Note($"{universe.Stamp} the process that was stopped goes on");
    }

    /// <summary>A process has taken the connection over, whatever it knows of that.</summary>
    public void TookOver(Life life)
    {
        if (life.HasTakenOver) return;
        life.HasTakenOver = true;
        if (_owner is not null) _owner.IsPast = true;
        _owner = life;
    }

    public void Dispose() => _worker?.Dispose();

    /// <summary>Starts processes until one has taken over. It may be stopped itself at that: then whoever took over last works on.</summary>
    private void Replace()
    {
        var before = _worker;
        while (true)
        {
            var started = start();
            var hasTakenOver = Let(started, w => w.Store.TakeOverAsync(w.Life.Token));
            if (hasTakenOver) TookOver(started.Life);
            if (started.Life.IsPast)
            {
                Retire(started);
                return;
            }

            var meanwhile = _worker == before ? null : _worker;
            if (hasTakenOver)
            {
                _worker = started;
                if (meanwhile is not null) Retire(meanwhile);
                return;
            }

            End(started);
            if (meanwhile is not null) return;
        }
    }

    /// <summary>A process does something; time passes while it waits.</summary>
    /// <returns>Whether it came to its end.</returns>
    private bool Let(WorkerProcess worker, Func<WorkerProcess, Task> pass)
    {
        var running = Started(worker, pass);
        var end = universe.Time.GetUtcNow() + TimeSpan.FromHours(3);
        while (!running.IsCompleted)
        {
            if (!universe.Time.PassToNext() || universe.Time.GetUtcNow() > end) throw new InvalidOperationException("The worker waits for ever.");
        }

        if (running.Exception?.GetBaseException() is { } error)
        {
            if (!worker.Life.IsOver && !HeardLogs.IsExplained(error) && !(error is TakenOverException && worker.Life.IsPast))
                universe.Violate($"bug of the worker: {error.GetType().Name} {error.Message}{(universe.Trace.IsOn ? error : "")}");
            universe.Trace.Note($"{universe.Stamp} pass failed: {error.GetType().Name}");
        }

        return running.IsCompletedSuccessfully;
    }

    private static async Task Started(WorkerProcess worker, Func<WorkerProcess, Task> pass) => await pass(worker);

    private void StandStill()
    {
        universe.Time.Pass(universe.Chance.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20)));
        if (!universe.IsQuiet) universe.People.Act();
    }

    /// <summary>A process that was taken over notices it with its next pass at the latest, and ends.</summary>
    private void Retire(WorkerProcess past)
    {
        if (!past.Life.IsOver && Let(past, w => w.Connection.DrainAsync(w.Life.Token))) universe.Violate("I13 a process that was taken over works on");
        universe.Counts.Crashes++;
        universe.Trace.Note($"{universe.Stamp} the process that was taken over ended");
        past.Dispose();
    }

    private void End(WorkerProcess worker)
    {
        universe.Counts.Crashes++;
        worker.Dispose();
        universe.Trace.Note($"{universe.Stamp} the process ended");
        universe.Time.Pass(universe.Chance.Between(TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(30)));
    }
}
