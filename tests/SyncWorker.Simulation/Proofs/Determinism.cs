using System.Diagnostics;
using System.Globalization;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Proofs;

/// <summary>A seed is one run, in whatever process, time zone and culture.</summary>
internal static class Determinism
{
    /// <summary>Prints the trace of each seed, in the order of the seeds.</summary>
    public static void Traces(int first, int count, TextWriter words)
    {
        var traces = new string[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i => traces[i] = Seeds.Of(new Experiment(first + i)).Trace);
        for (var i = 0; i < count; i++) words.WriteLine(FormattableString.Invariant($"{first + i} {traces[i]}"));
    }

    /// <summary>A culture that writes everything otherwise.</summary>
    public static void TakeOn()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (",", ".", "~");
        (culture.DateTimeFormat.DateSeparator, culture.DateTimeFormat.TimeSeparator, culture.DateTimeFormat.ShortDatePattern, culture.DateTimeFormat.Calendar) = ("!", ";", "d!M!yy", new JulianCalendar());
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.CurrentCulture) = (culture, culture);
    }

    /// <summary>Runs the seeds in two processes of their own and compares their traces.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> CompareAsync(int first, int count, TextWriter words)
    {
        var (here, there) = (await TracesOfAsync(first, count, "UTC", false), await TracesOfAsync(first, count, "Asia/Kathmandu", true));
        var other = here.Zip(there).Where(t => t.First != t.Second).Select(t => t.First.Split(' ')[0]).ToArray();
        words.WriteLine($"{count - other.Length} of {count} seeds left the same trace in another process, time zone and culture{(other.Length > 0 ? $"; not {string.Join(", ", other.Take(10))}" : "")}");
        return here.Length == count && there.Length == count && other.Length == 0 ? 0 : 1;
    }

    private static async Task<string[]> TracesOfAsync(int first, int count, string zone, bool otherCulture)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Determinism).Assembly.Location, "traces", $"{first}", $"{count}", .. otherCulture ? ["--other-culture"] : Array.Empty<string>()]) { RedirectStandardOutput = true };
        start.Environment["TZ"] = zone;
        using var process = Process.Start(start)!;
        var lines = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
