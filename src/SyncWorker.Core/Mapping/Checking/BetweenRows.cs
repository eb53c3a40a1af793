namespace SyncWorker.Core.Mapping.Checking;

/// <summary>What can be judged only with all rows in hand.</summary>
internal static class BetweenRows
{
    public static void Check(IReadOnlyList<RowPage> pages, IReadOnlyList<Row?> built)
    {
        foreach (var page in Repeated(pages, p => [p.Label]))
            page.Page.Add($"the label stands already in line {page.First.Text.Line}.", "A label may stand once: rename one of the rows.");
        foreach (var page in Repeated(pages, p => p.Many("field")))
            page.Page.Add($"the field {page.Name} belongs already to '{page.First.Label}'.", "Give the row a field of its own.");
        Groups(pages);
        var labels = pages.Select(p => p.Label).Where(l => l.Length > 0).Distinct().ToArray();
        var rows = built.OfType<Row>().DistinctBy(r => r.Label).ToDictionary(r => r.Label);
        foreach (var page in pages)
            WhenCheck.Check(page, labels, rows);
    }

    private static void Groups(IReadOnlyList<RowPage> pages)
    {
        var groups = pages.Where(p => p.Has("group")).ToLookup(p => p.Written("group"));
        foreach (var group in groups.Where(g => g.Count() == 1))
        {
            var near = Nearest.Of(group.Key, groups.Select(g => g.Key).Where(g => g != group.Key));
            group.Single().Add($"it is alone in the group '{group.Key}'.", near is null ? "Put another row into the group, or leave group out." : $"Did you mean '{near}'?");
        }
    }

    private static IEnumerable<(RowPage Page, RowPage First, string Name)> Repeated(IEnumerable<RowPage> pages, Func<RowPage, IEnumerable<string>> names) =>
        from named in pages.SelectMany(p => names(p).Where(n => n.Length > 0).Select(n => (Page: p, Name: n)))
        group named by named.Name.ToLowerInvariant() into same
        from again in same.Skip(1)
        select (again.Page, same.First().Page, again.Name);
}
