using SyncWorker.Core.Adoption;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Adoption;

/// <summary>Everything that is wrong with the decisions in a file, before any of them is carried out.</summary>
/// <param name="map">The field map.</param>
/// <param name="aws">The opportunities at AWS, by number.</param>
/// <param name="opportunities">Of the Salesforce ids in the file, those that are Opportunities the integration user can see.</param>
/// <param name="pasted">The co-sell records that have a number, by the number.</param>
/// <param name="linked">The Opportunities whose deal is linked already, with AWS's number.</param>
/// <param name="begun">The deals whose adoption was begun before, by AWS's number.</param>
/// <param name="isLive">Whether the connection writes: then what was decided to be sent goes, and nothing is decided anew.</param>
internal sealed class AdoptCheck(
    FieldMap map, IReadOnlyDictionary<string, AwsOpportunity> aws, IReadOnlySet<string> opportunities, IReadOnlyDictionary<string, string[]> pasted, IReadOnlyDictionary<string, string> linked,
    IReadOnlyDictionary<string, BegunDeal> begun, bool isLive)
{
    public IEnumerable<(int Line, string Column, string Problem)> Problems(IReadOnlyList<AdoptLine> lines)
    {
        var first = lines.Where(l => l.Row.Length == 0).GroupBy(l => l.Aws).ToDictionary(g => g.Key, g => g.First());
        return lines.SelectMany(l => l.Row.Length == 0 ? OfDeal(l, first[l.Aws]) : OfRow(l, first.GetValueOrDefault(l.Aws), lines)).Concat(Twice(lines)).OrderBy(p => p.Item1);
    }

    private IEnumerable<(int, string, string)> OfDeal(AdoptLine line, AdoptLine first)
    {
        if (OpportunityNumber.Read(line.Aws) is null) yield return (line.At, AdoptFile.Aws, $"'{line.Aws}' is no number of AWS's. Write the letter O and digits, or take the line out");
        else if (!aws.ContainsKey(line.Aws)) yield return (line.At, AdoptFile.Aws, $"Partner Central has no {line.Aws} of yours. Correct the number, or take the line out");
        if (line != first) yield return (line.At, AdoptFile.Aws, $"{line.Aws} stands on line {first.At} already. Take one of the two out");
        if (line.Decision is not ("" or Decide.Adopt or Decide.Ignore)) yield return (line.At, AdoptFile.Decision, $"'{line.Decision}' is no decision about an opportunity. Write {Decide.Adopt} or {Decide.Ignore}, or leave it empty to decide later");
        if (line.Decision == Decide.Ignore && begun.GetValueOrDefault(line.Aws) is { Record: not null } deal) yield return (line.At, AdoptFile.Decision, $"{line.Aws} {deal.Words}, which {Decide.Ignore} does not undo. Write {Decide.Adopt}, or take the line out");
        if (line.Decision == Decide.Adopt && SalesforceId(line) is { } problem) yield return (line.At, AdoptFile.SalesforceId, problem);
    }

    private string? SalesforceId(AdoptLine line)
    {
        var given = RecordId.Long(line.SalesforceId);
        if (begun.GetValueOrDefault(line.Aws) is { } deal && (given is not null || line.SalesforceId.Length == 0))
            return deal.IsWith(given) ? null : $"{line.Aws} {deal.Words}. {(deal.Opportunity is { } named ? $"Write {named} here" : "Leave this empty")}, and where another Opportunity is meant, change the lookup on the co-sell record";
        if (line.SalesforceId.Length == 0) return null;
        if (given is not { } id) return $"'{line.SalesforceId}' is no Salesforce id. Write the Opportunity's id of 15 or 18 characters, or leave it empty for a record without an Opportunity";
        if (pasted.GetValueOrDefault(line.Aws, []).Contains(id)) return null;
        if (!opportunities.Contains(id)) return $"{line.SalesforceId} is no Opportunity that the integration user can see. Correct the id, share the record with that user, or leave it empty";
        return linked.GetValueOrDefault(id) is { } other && other != line.Aws ? $"{line.SalesforceId} belongs to {other} already. Write {Decide.Ignore} as the decision, or another Opportunity here" : null;
    }

    private IEnumerable<(int, string, string)> OfRow(AdoptLine line, AdoptLine? deal, IReadOnlyList<AdoptLine> lines)
    {
        if (map.Find(line.Row) is not { } row)
        {
            yield return (line.At, AdoptFile.Row, $"'{line.Row}' is no row of the field map. Write the row's label, or take the line out");
            yield break;
        }

        if (line.Decision is not ("" or Decide.Keep or Decide.Send)) yield return (line.At, AdoptFile.Decision, $"'{line.Decision}' is no decision about a row. Write {Decide.Send} to send what Salesforce says, or {Decide.Keep}, or leave it empty to keep both sides as they are");
        var adopted = begun.GetValueOrDefault(line.Aws) is { Record: not null } known && deal is { Decision: Decide.Adopt } ? known : null;
        var wasSent = adopted?.Decision?.Units(map).Contains(row.Unit) == true;
        if (isLive && wasSent && line.Decision != Decide.Send) yield return (line.At, AdoptFile.Decision, $"{line.Row} was decided as {Decide.Send}, and the connection is live: it went to AWS, or is about to. Write {Decide.Send}, and change the value in the co-sell record where it is wrong");
        if (line.Decision != Decide.Send) yield break;
        AdoptLine[] unit = [.. lines.Where(l => l.Aws == line.Aws && map.Find(l.Row)?.Unit == row.Unit)];
        foreach (var other in unit.Where(l => l.Decision != Decide.Send)) yield return (other.At, AdoptFile.Decision, $"{other.Row} and {line.Row} are decided together. Write {Decide.Send} here too, or leave both empty");
        if (wasSent) yield break;
        if (isLive && adopted is not null) yield return (line.At, AdoptFile.Decision, $"{line.Aws} is adopted already, and the connection is live. Change {line.Row} in the co-sell record, from where it goes to AWS, and leave this empty");
        if (RecordId.Long(deal?.SalesforceId) is { } id && !id.StartsWith(KnownToSalesforce.OpportunityPrefix, StringComparison.Ordinal))
            yield return (line.At, AdoptFile.Decision, $"{id} is a co-sell record that has the number. Change {line.Row} there, and leave this empty");
        if (deal is null) yield return (line.At, AdoptFile.Aws, $"{line.Aws} has no line of its own. Put it back above its rows");
        else if (deal.Decision != Decide.Adopt) yield return (line.At, AdoptFile.Decision, $"the row can be sent only with the opportunity. Write {Decide.Adopt} on line {deal.At}, or leave this empty");
        else if (!aws.GetValueOrDefault(line.Aws)?.IsOpen ?? false) yield return (line.At, AdoptFile.Decision, $"{line.Aws} is over at AWS, which takes no more of it. Leave this empty");
        if (row.Follows is null || row.Write is null) yield return (line.At, AdoptFile.Row, $"{line.Row} takes nothing from the Opportunity. Leave the decision empty");
        if (unit.All(l => l.InSalesforce.Length == 0)) yield return (line.At, AdoptFile.Decision, "Salesforce says nothing that could be sent. Leave this empty, and clear the value in Partner Central where that is meant");
    }

    /// <summary>An Opportunity has one deal at AWS.</summary>
    private static IEnumerable<(int, string, string)> Twice(IReadOnlyList<AdoptLine> lines) => lines
        .Where(l => l is { Row: "", Decision: Decide.Adopt, SalesforceId: not "" }).GroupBy(l => RecordId.Long(l.SalesforceId) ?? l.SalesforceId)
        .SelectMany(g => g.DistinctBy(l => l.Aws).Skip(1).Select(l => (l.At, AdoptFile.SalesforceId, $"{l.SalesforceId} stands on line {g.First().At} too, for {g.First().Aws}. Keep it on one of them; the other takes another Opportunity, none, or {Decide.Ignore}")));
}
