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
    public static CultureInfo Other { get; } = Otherwise();

    /// <summary>Everything from now on happens in that culture.</summary>
    public static void TakeOn() => (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.CurrentCulture) = (Other, Other);

    private static CultureInfo Otherwise()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (",", ".", "~");
        (culture.DateTimeFormat.DateSeparator, culture.DateTimeFormat.TimeSeparator, culture.DateTimeFormat.ShortDatePattern, culture.DateTimeFormat.LongTimePattern) = ("!", ";", "d!M!yy", "h;mm;ss");
        return culture;
    }

    /// <summary>Runs the seeds in two processes of their own and compares their traces.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> CompareAsync(int first, int count, TextWriter words)
    {
        var (here, there) = (await TracesOfAsync(first, count, "UTC", false), await TracesOfAsync(first, count, "Asia/Kathmandu", true));
        var same = here.Intersect(there).Count();
        words.WriteLine($"{same} of {count} seeds left the same trace in another process, time zone and culture{(same < count ? $"; not {string.Join(", ", here.Except(there).Concat(there.Except(here)).Take(10))}" : "")}");
        return same == count ? 0 : 1;
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
