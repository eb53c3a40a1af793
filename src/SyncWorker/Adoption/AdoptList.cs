using SyncWorker.Core.Adoption;

namespace SyncWorker.Adoption;

/// <summary>The lines of the file of day one: each opportunity at AWS without a decision, and below it each row in which it differs from its Opportunity. Reads both sides, writes neither.</summary>
internal sealed class AdoptList(Inventory inventory, Differences differences)
{
    public async Task<IReadOnlyList<AdoptLine>> LinesAsync(CancellationToken cancellation)
    {
        var matches = await inventory.MatchesAsync(cancellation);
        var pairs = matches.Where(m => m is { SalesforceId: not null, Kind: not MatchKind.Pasted }).Select(m => (m.Aws.Id, m.SalesforceId!)).ToArray();
        var rows = await differences.OfAsync(pairs, cancellation);
        return [.. matches.SelectMany(m => Lines(m, rows.GetValueOrDefault(m.Aws.Id, Compared.Nothing)))];
    }

    private static IEnumerable<AdoptLine> Lines(Match match, Compared compared)
    {
        var unread = match.Unread ?? compared.Unread;
        var line = new AdoptLine(0)
        {
            Aws = match.Aws.Id,
            SalesforceId = match.SalesforceId ?? "",
            Status = match.Aws.Status,
            Match = match.Kind.ToString().ToLowerInvariant(),
            Reason = match.Reason + (match.Aws.IsOpen ? "" : "; over at AWS: linked for reading alone") + (unread is null ? "" : $"; could not be read. {unread}"),
            Decision = match.IsCertain && unread is null ? Decide.Adopt : "",
            Unread = unread,
        };
        yield return line;
        foreach (var row in compared.Rows)
            yield return line with { Status = "", Match = "", Reason = row.Together is { } unit ? $"decided together: {unit}" : "", Row = row.Row, InSalesforce = row.InSalesforce ?? "", AtAws = row.AtAws ?? "", Decision = "" };
    }
}
