namespace SyncWorker.Core.Mapping.Checking;

/// <summary>Finds what somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>The known name with the fewest letters to change; null where none is near.</summary>
    public static string? Of(string text, IEnumerable<string> known)
    {
        var best = known.Select(name => (Name: name, Distance: Distance(text.ToLowerInvariant(), name.ToLowerInvariant()))).OrderBy(n => n.Distance).FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(2, text.Length / 3) ? best.Name : null;
    }

    /// <summary>A fix: the near name, else all of them, else the advice.</summary>
    public static string Fix(string text, IReadOnlyCollection<string> known, string advice) =>
        Of(text, known) is { } near ? $"Did you mean '{near}'?" : known.Count is > 0 and <= 30 ? $"{advice} one of: {string.Join(", ", known)}." : $"{advice} a name that exists.";

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[^1];
    }
}
