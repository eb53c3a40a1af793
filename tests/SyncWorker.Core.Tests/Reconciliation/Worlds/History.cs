using CsCheck;

namespace SyncWorker.Core.Tests.Reconciliation.Worlds;

/// <summary>Any history of a deal: where it begins, and what happens.</summary>
/// <param name="Rows">The rows of the map, as bits.</param>
/// <param name="Start">0 to 7: the review status and whether a lookup is set, and whether both sides are equal at first.</param>
/// <param name="Happenings">What happens.</param>
internal sealed record History(int Rows, int Start, Happening[] Happenings)
{
    public static Gen<History> Any { get; } = Gen.Select(
        Gen.Int[0, 13],
        Gen.Int[0, 13],
        Gen.Int[0, 15],
        Gen.Select(Gen.Int[0, 15], Gen.Int[0, 30], Gen.Int[0, 19], Gen.Int[0, 3].Select(i => new[] { 0, 1, 8, 200 }[i]), (kind, row, how, gap) => new Happening(kind, row, how, gap)).Array[0, 14],
        (one, two, start, happenings) => new History(1 << one | 1 << two, start, happenings));

    public override string ToString() => $"rows {Rows} start {Start}: {string.Join(" ", Happenings.Select(h => $"({h.Kind},{h.Row},{h.How},{h.Gap})"))}";
}
