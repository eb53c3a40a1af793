using Spectre.Console;

namespace SyncWorker.Commands;

/// <summary>Where tables go: standard output, wide where nobody's window bounds it.</summary>
internal static class Terminal
{
    private const int Width = 200;

    public static IAnsiConsole Wide()
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected) console.Profile.Width = Width;
        return console;
    }

    /// <summary>A value in a cell: what is not there is a dash, and what is long is cut.</summary>
    public static string Cell(string? value, int length = 60) => Markup.Escape(value is null ? "–" : value.Length <= length ? value : value[..(length - 1)] + "…");
}
