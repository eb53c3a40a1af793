namespace SyncWorker.Core.Mapping.Checking;

/// <summary>Compares the published rows with the published table: none missing, none more, none renamed, in the table's order and sections.</summary>
internal static class PublishedCheck
{
    public static void Check(IReadOnlyList<RowPage> pages, List<Finding> findings)
    {
        var published = pages.Where(p => p.Text.IsPublished && p.Label.Length > 0).DistinctBy(p => p.Label).ToArray();
        var missing = PublishedTable.Labels.Except(published.Select(p => p.Label)).ToList();
        foreach (var page in published.Where(p => !PublishedTable.Labels.Contains(p.Label)))
        {
            var meant = Nearest.Of(page.Label, missing);
            page.Add("the published table has no such label.", meant is null ? "Put the row under beyond:." : $"The table calls it '{meant}'.");
            missing.Remove(meant ?? "");
        }
        var (file, line) = (pages.Count > 0 ? pages[0].Text.File : "", published.Length > 0 ? published[^1].Text.Line : 1);
        findings.AddRange(missing.Select(label =>
            new Finding(file, line, $"The published table's row '{label}' is missing.", "Add it under rows:; a row that is not synchronised says flow: none and why.")));
        foreach (var page in pages.Where(p => !p.Text.IsPublished && PublishedTable.Labels.Contains(p.Label)))
            page.Add("it is a row of the published table.", "Move it under rows:.");
        Order(published.Where(p => PublishedTable.Labels.Contains(p.Label)));
    }

    private static void Order(IEnumerable<RowPage> pages)
    {
        var furthest = -1;
        foreach (var page in pages)
        {
            var at = PublishedTable.Labels.IndexOf(page.Label);
            var section = PublishedTable.Rows[at].Section;
            if (at < furthest)
                page.Add("it is out of the published table's order.", at == 0 ? "It is the first row." : $"It comes after '{PublishedTable.Labels[at - 1]}'.");
            if (page.Text.Section != section)
                page.Add($"it stands under '{page.Text.Section}'.", section.Length > 0 ? $"It belongs under '{section}'." : "It belongs before the first heading.");
            furthest = Math.Max(furthest, at);
        }
    }
}
