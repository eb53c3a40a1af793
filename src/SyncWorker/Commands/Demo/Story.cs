using System.Collections.Immutable;
using System.Diagnostics;
using Spectre.Console;

namespace SyncWorker.Commands.Demo;

/// <summary>Tells what somebody did, waits until both emulators show what it led to, and says how long that took.</summary>
internal sealed class Story(IAnsiConsole console, BothSides sides, TimeProvider time, Stopwatch clock, CancellationToken cancellation)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    /// <summary>A person's act.</summary>
    public void Tell(string title, string who, string what) => console.MarkupLineInterpolated($"[grey]{clock.Elapsed.TotalSeconds,5:0.0}s[/] [blue]{Short(title)}[/] [bold]{who}[/] {what}");

    /// <summary>Waits for an outcome and tells it.</summary>
    /// <exception cref="DemoFailedException">It did not come.</exception>
    public async Task<Deal> UntilAsync(string title, string outcome, Func<ImmutableArray<Deal>, Deal?> shows)
    {
        var since = clock.Elapsed;
        while (clock.Elapsed - since < Patience)
        {
            if (shows(await sides.LookAsync()) is { } deal)
            {
                console.MarkupLineInterpolated($"[grey]{clock.Elapsed.TotalSeconds,5:0.0}s[/] [blue]{Short(title)}[/]   [green]→[/] {outcome} [grey](after {(clock.Elapsed - since).TotalSeconds:0.0} s)[/]");
                return deal;
            }

            await Task.Delay(Look, time, cancellation);
        }

        throw new DemoFailedException($"Not within {Patience.TotalSeconds} s: {title}: {outcome}");
    }

    /// <summary>Lets time pass, where the order of two acts must show in the stamps of both systems.</summary>
    public Task PauseAsync(TimeSpan pause) => Task.Delay(pause, time, cancellation);

    // The deals go on at the same time: each line begins with the first word of its deal.
    private static string Short(string title) => title.Split(' ')[0].PadRight(9);
}
