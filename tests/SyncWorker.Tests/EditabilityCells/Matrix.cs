namespace SyncWorker.Tests.EditabilityCells;

/// <summary>The hand-written matrix of <c>editability.txt</c>.</summary>
internal static class Matrix
{
    public static IReadOnlyList<MatrixCell> Cells { get; } = Read();

    public static IReadOnlyList<string> States { get; } = [.. Cells.Select(c => c.State).Distinct()];

    private static MatrixCell[] Read()
    {
        string[][] lines =
        [
            .. File.ReadAllLines(Path.Combine(Repository.Root, "tests", "SyncWorker.Tests", "EditabilityCells", "editability.txt"))
                .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('|', StringSplitOptions.TrimEntries)),
        ];
        return [.. lines.Skip(1).SelectMany(line => line.Skip(2).Select((becomes, at) => new MatrixCell(line[0], line[1], lines[0][at + 2], becomes)))];
    }
}
