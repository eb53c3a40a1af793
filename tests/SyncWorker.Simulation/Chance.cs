namespace SyncWorker.Simulation;

/// <summary>The one source of chance of a run: everything that is random is drawn from it, in the order in which it happens.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(unchecked(seed * 7919 + 13));

    /// <summary>Whether something of a probability happens.</summary>
    public bool Of(double probability) => _random.NextDouble() < probability;

    /// <summary>A whole number from the first to the last, both included.</summary>
    public int Between(int first, int last) => _random.Next(first, last + 1);

    /// <summary>A share between 0 and 1.</summary>
    public double Share() => _random.NextDouble();

    /// <summary>A duration, to the millisecond.</summary>
    public TimeSpan Between(TimeSpan shortest, TimeSpan longest) => TimeSpan.FromMilliseconds(_random.NextInt64((long)shortest.TotalMilliseconds, (long)longest.TotalMilliseconds + 1));

    /// <summary>One of several.</summary>
    public T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    /// <summary>One of several, each by its weight.</summary>
    public T Weighted<T>(params IReadOnlyList<(int Weight, T Value)> of)
    {
        var at = _random.Next(of.Sum(o => o.Weight));
        foreach (var (weight, value) in of)
        {
            if ((at -= weight) < 0) return value;
        }

        throw new InvalidOperationException("Nothing to choose from.");
    }
}
