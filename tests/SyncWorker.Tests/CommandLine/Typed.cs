using System.Globalization;
using Spectre.Console;
using SyncWorker.Commands.Audit;
using SyncWorker.Commands.Explain;
using SyncWorker.Commands.Plan;
using SyncWorker.Commands.Restore;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.CommandLine;

/// <summary>A verb as it was typed in a world: its exit code, and what it printed on a terminal that wraps nothing.</summary>
internal sealed record Typed(int Exit, string Output)
{
    private const int Width = 1000;

    public static Task<Typed> ExplainAsync(World world, string id, bool all = false) => RunAsync(world, (services, console) => ExplainCommand.RunAsync(services, console, id, all, default));

    public static Task<Typed> PlanAsync(World world, string? id = null) => RunAsync(world, (services, console) => PlanCommand.RunAsync(services, console, id, default));

    public static Task<Typed> RestoreAsync(World world, string entry) => RunAsync(world, (services, console) => RestoreCommand.RunAsync(services, console, entry, default));

    public static Task<Typed> AuditAsync(World world, bool full = false, bool repair = false) => RunAsync(world, (services, console) => AuditCommand.RunAsync(services, console, full, repair, default));

    /// <summary>The cells of the line that begins with a cell.</summary>
    public string[] Cells(string first) =>
        Output.Split('\n').Select(l => l.Split('│', StringSplitOptions.TrimEntries)).First(c => c.Length > 2 && c[0] == first);

    public static async Task<Typed> RunAsync(World world, Func<IServiceProvider, IAnsiConsole, Task<int>> verb)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Width;
        var exit = 0;
        await world.PassAsync(async () => exit = await verb(world.Part<IServiceProvider>(), console));
        return new Typed(exit, output.ToString());
    }
}
